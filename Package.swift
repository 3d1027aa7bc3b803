// swift-tools-version: 6.1
import PackageDescription

// The arrows of docs/architecture.md, one line a target. The language (TMS*) never imports the API
// (TrackingMore*), the API never imports the language, the editor imports neither.
// `swift test --explicit-target-dependency-import-check error` holds it.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func target(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
]

let package = Package(
    name: "tms",
    products: [.executable(name: "tms", targets: ["tms"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // C
        .systemLibrary(name: "CLibEdit"),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CProcess"),
        .target(name: "CCurl"),

        // What every layer needs and none owns
        target("TMSBase"),

        // The language
        target("TMSSyntax", ["TMSBase"]),
        target("TMSSemantics", ["TMSBase", "TMSSyntax"]),
        target("TMSRuntime", ["TMSBase", "TMSSyntax", "TMSSemantics"]),

        // The API
        target(
            "TrackingMore", ["TMSBase"],
            resources: [
                .embedInCode("Carriers/carriers.csv"), .embedInCode("Kinds/countries.txt"),
                .embedInCode("Kinds/country-names.txt"),
            ]),
        target("TrackingMoreHTTP", ["TrackingMore", "CCurl"]),
        target("TrackingMoreSimulator", ["TMSBase", "TrackingMore", sqlite] + nio),

        // What tms remembers of an account
        target("TMSStore", ["TMSBase", sqlite]),

        // Where the two meet
        target(
            "TMSCommands", ["TMSBase", "TMSSyntax", "TMSSemantics", "TMSRuntime", "TrackingMore"],
            resources: [.embedInCode("Desk/replies.txt")]),
        target("TMSEngine", ["TMSBase", "TMSSyntax", "TMSRuntime", "TMSCommands", "TMSStore", "TrackingMore"]),

        // What an editor asks
        target("TMSLanguageService", ["TMSSyntax", "TMSSemantics", "TMSCommands"]),

        // The shell
        target("LineEditor", ["CLibEdit", "TMSBase"]),
        target(
            "TMSShell",
            [
                "CMalloc", "LineEditor", "TMSBase", "TMSSyntax", "TMSSemantics", "TMSRuntime", "TMSCommands",
                "TMSStore", "TMSEngine", "TMSLanguageService", "TrackingMore",
            ]),
        .executableTarget(
            name: "tms",
            dependencies: [
                "CProcess", "TMSBase", "TMSSyntax", "TMSSemantics", "TMSRuntime", "TMSCommands", "TMSEngine",
                "TMSShell", "TMSStore",
                "LineEditor", "TrackingMore", "TrackingMoreHTTP", "TrackingMoreSimulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), "TOMLKit",
            ],
            swiftSettings: strict),

        // Tests
        tests("TMSBaseTests", ["TMSBase", "TMSTestSupport"]),
        tests("TMSStoreTests", ["TMSBase", "TMSStore", sqlite]),
        tests("TMSSyntaxTests", ["TMSTestSupport", "TMSBase", "TMSSyntax"]),
        tests("TMSSemanticsTests", ["TMSSemantics", "TMSSyntax"]),
        tests(
            "ScriptTests",
            [
                "tms", "TMSTestSupport", "TMSShell", "TMSEngine", "TMSRuntime", "TMSCommands", "TMSSemantics",
                "TMSSyntax", "TMSBase",
            ],
            exclude: ["Scripts", "Mails"]),
        tests(
            "LawTests",
            [
                "tms", "TMSTestSupport", "TMSShell", "TMSEngine", "TMSCommands", "TMSRuntime", "TMSSemantics",
                "TMSSyntax", "TMSBase", "TMSStore", "TMSLanguageService", "TrackingMore", "TrackingMoreHTTP",
                "TrackingMoreSimulator", "LineEditor", sqlite,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        tests("DocumentTests", ["tms", "TMSTestSupport", "TMSBase", "TMSShell", "TMSCommands", "TMSSyntax"]),
        tests("TMSRuntimeTests", ["TMSTestSupport", "TMSBase", "TMSRuntime", "TMSSemantics", "TMSSyntax"]),
        tests(
            "TMSShellTests",
            [
                "TMSTestSupport", "TMSShell", "TMSCommands", "TMSLanguageService", "TrackingMore", "LineEditor",
                "TMSRuntime", "TMSSyntax", "TMSBase",
            ]),
        tests(
            "TMSLanguageServiceTests",
            ["TMSTestSupport", "TMSLanguageService", "TMSShell", "TMSCommands", "TMSSemantics", "TMSSyntax"]),
        tests("ProgramTests", ["PTY", "tms", "TMSTestSupport", "TMSBase", sqlite]),
        tests("TrackingMoreTests", ["TMSBase", "TrackingMore"]),
        tests(
            "TMSCommandsTests",
            ["TMSTestSupport", "TMSBase", "TMSCommands", "TMSSyntax", "TMSSemantics", "TMSRuntime", "TrackingMore"],
            exclude: ["Desk/replies.txt"]),
        tests(
            "TMSEngineTests",
            [
                "TMSTestSupport", "TMSEngine", "TMSCommands", "TMSStore", "TMSSyntax", "TMSSemantics", "TMSRuntime",
                "TrackingMore", "TMSBase",
            ]),
        tests("TrackingMoreHTTPTests", ["TrackingMoreHTTP", "TrackingMore", "TMSTestSupport"]),
        tests("TrackingMoreSimulatorTests", ["TMSBase", "TrackingMoreSimulator", "TrackingMore", sqlite]),
        .target(
            name: "TMSTestSupport",
            dependencies: ["TMSBase", "TMSShell", "TMSCommands", "TMSRuntime", "TMSSemantics", "TMSSyntax"],
            path: "Tests/Support", swiftSettings: strict),
        .target(name: "CPTY", path: "Tests/CPTY"),
        .target(name: "PTY", dependencies: ["CPTY", "TMSBase"], path: "Tests/PTY", swiftSettings: strict),
        .executableTarget(
            name: "LineEditorDemo", dependencies: ["LineEditor"], path: "Tests/LineEditorDemo", swiftSettings: strict),
        tests("LineEditorTests", ["LineEditor", "LineEditorDemo", "PTY", "TMSBase"]),
    ],
    swiftLanguageModes: [.v6]
)

// Only Scripts/fuzz sets it: the fuzzer's library is not part of every toolchain.
if Context.environment["TMS_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "TMSTestSupport", "TMSEngine", "TMSCommands", "TMSRuntime", "TMSSemantics", "TMSSyntax", "TrackingMore",
            ],
            path: "Fuzz", swiftSettings: strict))
}
