import TMSShell

/// What the command line asks for, however it was read.
struct Options: Equatable {
    enum Task: Equatable {
        /// The shell on a terminal, a script from a pipe.
        case session
        case line(String)
        case script(String)
        /// A script that is planned, and the file that its plan is saved in.
        case plan(String, savedIn: String?)
        /// A plan that is done.
        case apply(String)
        case check([String])
        case format([String], FormatTask.Action)
        case fix([String], isCheck: Bool)
        case test(TestPlan)
        case completions(Shell)
        case serve(ServePlan)
        /// A page of the documents, written from the declarations; without one, their list.
        case docs(Page?)
        /// A line for the sandbox: `sandbox reset`, `sandbox advance 3 days`.
        case sandbox(String)
    }

    enum Page: String, CaseIterable { case api, diagnostics, man, textmate, vim }
    enum Shell: String, CaseIterable { case bash, zsh, fish }

    /// How `tms sandbox serve` answers.
    struct ServePlan: Equatable {
        /// The address to listen on.
        var host = "127.0.0.1"
        /// Other names that requests may call it by.
        var names: [String] = []
        var port = 8080
        var hasRealLimits = false
        /// A file with a line for each request.
        var log: String?
        /// Where the parcels that move are posted.
        var webhook: String?
        /// The webhook may lie on another machine.
        var isWebhookRemote = false
    }

    /// What `tms test` runs, and how it tells of it.
    struct TestPlan: Equatable {
        enum Form: String, CaseIterable { case text, tap, junit }
        /// Scripts and folders.
        var paths: [String]
        var form = Form.text
        /// Only scripts whose path holds this.
        var filter: String?
        /// Of the sandbox each script gets.
        var seed = 1
        /// A script that takes longer is stopped.
        var seconds = 60
        /// A script that takes more steps is stopped.
        var steps: Int?
        /// How many scripts run side by side; `nil` for as many as there are processors.
        var jobs: Int?
    }

    enum Diagnostics: String, CaseIterable { case text, json }
    enum Coloring: String, CaseIterable { case auto, always, never }

    var task: Task = .session
    /// `days=10` after a script.
    var parameters: [String] = []
    var run = RunOptions()
    var diagnostics = Diagnostics.text
    var coloring = Coloring.auto
    /// `tms FILE --help`: shows the script's parameters.
    var wantsScriptHelp = false
}
