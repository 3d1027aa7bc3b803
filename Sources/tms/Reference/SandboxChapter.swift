import TMSCommands
import TrackingMoreSimulator

/// The chapter of the page on the API that tells how the sandbox stands to the service.
struct SandboxChapter {
    let text: String

    init() {
        let settled = Behaviour()
        let rows = Behaviour.switches.map { point in
            "| `\(point.name)` | \(point.summary) | \(settled[point]) | \(point.ways.joined(separator: ", ")) |"
        }
        text =
            """

            ## In the sandbox

            The sandbox answers every call of this page from the same declarations: it finds the call by method and path, \
            refuses what they say is refused, and answers with the fields they name and no others. Where nobody outside \
            the service knows what it does, the sandbox does what is likeliest; `sandbox behave POINT WAY` turns a point.

            | point | what is not known | in the sandbox | ways |
            | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            """
    }
}
