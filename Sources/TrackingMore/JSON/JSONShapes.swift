/// The key lists met so far, as a tree of keys, so that ten thousand rows of one kind share one array of keys.
///
/// A node is a key after the keys above it. Keys are told apart by their raw bytes, before any string is made.
struct JSONShapes {
    private struct Node {
        var start: Int
        var length: Int
        var parent: Int32
        var firstChild: Int32 = 0
        var nextSibling: Int32 = 0
    }

    /// Beyond these an object keeps a key list of its own: its keys are data.
    private static let maximumNodes = 4096
    private static let maximumSiblings = 24

    static let root: Int32 = 0

    private var nodes = [Node(start: 0, length: 0, parent: 0)]
    private var names = [""]
    private var keyLists: [[String]] = [[]]
    private var pool: [UInt8] = []

    /// The node of this raw key below `parent`; nil where it is new.
    func child(of parent: Int32, _ raw: UnsafePointer<UInt8>, _ length: Int) -> Int32? {
        pool.withUnsafeBufferPointer { pool in
            nodes.withUnsafeBufferPointer { nodes in
                var candidate = nodes[Int(parent)].firstChild
                while candidate != 0 {
                    let node = nodes[Int(candidate)]
                    if node.length == length, JSONShapes.same(pool, node.start, raw, length) { return candidate }
                    candidate = node.nextSibling
                }
                return nil
            }
        }
    }

    /// Adds a key below `parent`; nil where the tree is full there.
    mutating func add(
        to parent: Int32, _ raw: UnsafePointer<UInt8>, _ length: Int, name: String
    ) -> Int32? {
        guard nodes.count < JSONShapes.maximumNodes else { return nil }
        var siblings = 0
        var last: Int32 = 0
        var next = nodes[Int(parent)].firstChild
        while next != 0 {
            siblings += 1
            last = next
            next = nodes[Int(next)].nextSibling
        }
        guard siblings < JSONShapes.maximumSiblings else { return nil }
        let new = Int32(nodes.count)
        nodes.append(Node(start: pool.count, length: length, parent: parent))
        pool.append(contentsOf: UnsafeBufferPointer(start: raw, count: length))
        names.append(name)
        keyLists.append([])
        if last == 0 { nodes[Int(parent)].firstChild = new } else { nodes[Int(last)].nextSibling = new }
        return new
    }

    /// The keys from the root down to this node; the same array for every object that ends here.
    mutating func keys(_ node: Int32) -> [String] {
        let index = Int(node)
        if keyLists[index].isEmpty, index != 0 { keyLists[index] = path(to: node) }
        return keyLists[index]
    }

    private func path(to node: Int32) -> [String] {
        var keys: [String] = []
        var current = node
        while current != 0 {
            keys.append(names[Int(current)])
            current = nodes[Int(current)].parent
        }
        return keys.reversed()
    }

    private static func same(
        _ pool: UnsafeBufferPointer<UInt8>, _ start: Int, _ raw: UnsafePointer<UInt8>, _ length: Int
    ) -> Bool {
        var index = 0
        while index < length {
            if pool[start + index] != raw[index] { return false }
            index += 1
        }
        return true
    }
}
