extension Tour.Step {
    static let all = [
        Tour.Step(
            text: "A number alone shows the parcel: where it is, since when, and its journey.", example: "300403513402",
            uses: ["show"]),
        Tour.Step(
            text: "A verb with a clause: the parcels something is wrong with, as a table.",
            example: "list status exception", uses: ["list"]),
        Tour.Step(
            text: "The rows have numbers, and a verb takes them. They stay while you look at one.", example: "show @2",
            uses: ["show"]),
        Tour.Step(text: "The next row of the table, without a call.", example: "next", uses: ["next"]),
        Tour.Step(
            text: "Rows go through stages, with `|` between: which have been silent for long?",
            example: "list status transit | where silent over 2 days | sort by silent down",
            uses: ["list", "where", "sort"]),
        Tour.Step(text: "How many each carrier has.", example: "list | count by via", uses: ["list", "count"]),
        Tour.Step(
            text: "Follow a new parcel. The clauses stand in any order; Tab tells which there are.",
            example: "track 300403513351 via 4px to us title \"cute pillow\"", uses: ["track"]),
        Tour.Step(
            text: "Change it. What it was before is told, with the line that brings it back.",
            example: "edit 300403513351 title \"blue pillow\"", uses: ["edit"]),
        Tour.Step(
            text: "What would a line do, and cost? Nothing of it is done.", example: "plan delete 300403513351",
            uses: ["plan", "delete"]),
        Tour.Step(
            text: "Time passes in the sandbox when you say so.", example: "sandbox advance 3 days",
            uses: ["sandbox advance"]),
        Tour.Step(
            text: "The same for many: a loop sends its rows together.",
            example: "for p in list status exception { refresh $p }", uses: ["for", "refresh"]),
        Tour.Step(
            text: "What you have typed is a table too; a part of it is saved as a script.",
            example: "history | take 3", uses: ["history", "take"]),
        Tour.Step(text: "Every word has a page.", example: "help where", uses: ["help"]),
    ]
}
