/// Texts with mistakes. Below a line stands what is said of it, with carets under the place (under the first column
/// they begin one later), and after `#=` the line its first fix-it gives.
enum Mistakes {
    static let all = spelling + commands + statements
}
