import Foundation
import TMSCommands
import TMSShell
import TMSTestSupport
import Testing

@testable import tms

/// An editor that colours a text by a grammar of this project.
enum Editor {
    case textmate, vim

    /// The class of every UTF-8 unit of each text, by the names the grammar gives.
    func classes(of texts: [String]) throws -> [[WordClass?]] {
        switch self {
        case .textmate:
            let matcher = try TextMateMatcher(try String(contentsOfFile: Options.Page.textmate.file, encoding: .utf8))
            return try texts.map { text in
                let scopes = try matcher.scopes(of: text).map(Self.textMate)
                // From UTF-16 to UTF-8.
                var position = 0
                return text.unicodeScalars.flatMap { scalar in
                    defer { position += UTF16.width(scalar) }
                    return [WordClass?](repeating: scopes[position], count: UTF8.width(scalar))
                }
            }
        case .vim: return try Vim.groups(of: texts).map { $0.map(Self.vim) }
        }
    }

    private static func textMate(_ scope: String) -> WordClass? {
        let prefixes: [(String, WordClass)] = [
            ("comment.", .comment), ("string.quoted", .string), ("constant.character.escape", .string),
            ("variable.other.tms", .variable), ("constant.numeric.tms", .number), ("support.function.verb", .verb),
            ("entity.other.attribute-name.label", .label), ("entity.other.attribute-name.flag", .label),
            ("keyword.other.stage", .stage), ("keyword.control", .keyword),
        ]
        return prefixes.first { scope.hasPrefix($0.0) }?.1
    }

    private static func vim(_ group: String) -> WordClass? {
        switch group {
        case "tmsComment": .comment
        case "tmsString", "tmsEscape": .string
        case "tmsVariable": .variable
        case "tmsNumber": .number
        case "tmsVerb": .verb
        case "tmsStage", "tmsStagePart": .stage
        case "tmsStatement", "tmsPartner": .keyword
        case _ where group.contains("_label_") && !group.hasSuffix("_file"): .label
        default: nil
        }
    }
}

extension Options.Page {
    var file: String { Tree.root + "/" + path }
}

/// Vim without a screen.
enum Vim {
    static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { $0 + "/vim" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The syntax group of every byte of each text.
    static func groups(of texts: [String]) throws -> [[String]] {
        let folder = NSTemporaryDirectory() + "vim-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (index, text) in texts.enumerated() {
            try text.write(toFile: "\(folder)/\(index).tms", atomically: true, encoding: .utf8)
        }
        try script(texts.count).write(toFile: folder + "/colors.vim", atomically: true, encoding: .utf8)
        let arguments = ["-es", "-N", "-u", "NONE", "-i", "NONE", "-S", "colors.vim"]
        let path = try #require(path)
        _ = try #require(ChildProcess(path, arguments, directory: folder)).hearAll()
        return try texts.enumerated().map { index, text in
            let output = try String(contentsOfFile: "\(folder)/\(index).out", encoding: .utf8)
            let groups = output.components(separatedBy: "\n").dropLast()
            #expect(groups.count == text.utf8.count)
            return groups + [String](repeating: "", count: max(0, text.utf8.count - groups.count))
        }
    }

    private static func script(_ count: Int) -> String {
        """
        set encoding=utf-8
        set runtimepath^=\(Tree.root)/editors/vim
        filetype plugin on
        syntax on
        for file in range(\(count))
          execute 'edit ' . file . '.tms'
          syntax sync fromstart
          let out = []
          for line in range(1, line('$'))
            for column in range(1, len(getline(line)))
              call add(out, synIDattr(synID(line, column, 0), 'name'))
            endfor
            if line < line('$') || &endofline
              call add(out, '')
            endif
          endfor
          call writefile(out, file . '.out')
        endfor
        qall!
        """
    }
}
