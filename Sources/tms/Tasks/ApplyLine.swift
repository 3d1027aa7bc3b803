import TMSEngine
import TMSSyntax

/// `tms apply FILE` as a line of the language, which is what the journal knows it by: the same plan from another folder is
/// the same work.
struct ApplyLine {
    let file: SourceFile

    init(_ path: String) {
        file = SourceFile(name: "-c", text: "apply \(Quoting.string(FilePath.absolute(path)))")
    }
}
