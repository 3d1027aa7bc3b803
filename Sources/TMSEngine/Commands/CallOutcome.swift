import TMSCommands
import TMSRuntime

/// What became of one call of a command.
struct CallOutcome {
    let call: EndpointCall
    let result: Result<[Value], Failure>

    init(_ call: EndpointCall, _ result: Result<[Value], Failure>) {
        self.call = call
        self.result = result
    }
}
