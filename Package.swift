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
        .target(name: "CCurl"),

        // The language
        target("TMSSyntax"),
        target("TMSSemantics", ["TMSSyntax"]),
        target("TMSRuntime", ["TMSSyntax", "TMSSemantics"]),

        // The API
        target("TrackingMore", resources: [.embedInCode("Carriers/couriers.csv")]),
        target("TrackingMoreHTTP", ["TrackingMore", "CCurl"]),
        target("TrackingMoreSimulator", ["TrackingMore", sqlite] + nio),

        // Where the two meet
        target("TMSCommands", ["TMSSyntax", "TMSSemantics", "TMSRuntime", "TrackingMore"]),
        target("TMSEngine", ["TMSSyntax", "TMSRuntime", "TMSCommands", "TrackingMore"]),

        // The shell
        target("LineEditor", ["CLibEdit"]),
        target(
            "TMSShell",
            [
                "CMalloc", "LineEditor", "TMSSyntax", "TMSSemantics", "TMSRuntime", "TMSCommands", "TMSEngine",
                "TrackingMore",
            ]),
        .executableTarget(
            name: "tms",
            dependencies: [
                "TMSSyntax", "TMSSemantics", "TMSRuntime", "TMSCommands", "TMSEngine", "TMSShell", "LineEditor",
                "TrackingMore", "TrackingMoreHTTP", "TrackingMoreSimulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), "TOMLKit",
            ],
            swiftSettings: strict),

        // Tests
        tests("TMSSyntaxTests", ["TMSSyntax"]),
        target("TMSTestSupport", ["TMSShell", "TMSCommands", "TMSRuntime", "TMSSemantics", "TMSSyntax"]),
        tests("TMSSemanticsTests", ["TMSSemantics", "TMSSyntax"]),
        tests(
            "ScriptTests",
            [
                "tms", "TMSTestSupport", "TMSShell", "TMSEngine", "TMSRuntime", "TMSCommands", "TMSSemantics",
                "TMSSyntax",
            ],
            exclude: ["Scripts"]),
        tests(
            "LawTests",
            [
                "tms", "TMSTestSupport", "TMSShell", "TMSEngine", "TMSCommands", "TMSRuntime", "TMSSemantics",
                "TMSSyntax", "TrackingMore", "TrackingMoreHTTP", "TrackingMoreSimulator", "LineEditor", sqlite,
            ]),
        tests("DocumentTests", ["tms", "TMSTestSupport", "TMSShell", "TMSCommands", "TMSSyntax"]),
        tests("TMSRuntimeTests", ["TMSRuntime", "TMSSemantics", "TMSSyntax"]),
        tests("TMSShellTests", ["TMSShell", "LineEditor", "TMSRuntime", "TMSSyntax"]),
        tests("ProgramTests", ["PTY", "tms", "TMSTestSupport", sqlite]),
        tests("TrackingMoreTests", ["TrackingMore"]),
        tests(
            "TMSCommandsTests",
            ["TMSTestSupport", "TMSCommands", "TMSSyntax", "TMSSemantics", "TMSRuntime", "TrackingMore"]),
        tests(
            "TMSEngineTests",
            ["TMSTestSupport", "TMSEngine", "TMSCommands", "TMSSyntax", "TMSSemantics", "TMSRuntime", "TrackingMore"]),
        tests("TrackingMoreHTTPTests", ["TrackingMoreHTTP", "TrackingMore", "TMSTestSupport"]),
        tests("TrackingMoreSimulatorTests", ["TrackingMoreSimulator", "TrackingMore", sqlite]),
        .target(name: "CPTY", path: "Tests/CPTY"),
        .target(name: "PTY", dependencies: ["CPTY"], path: "Tests/PTY", swiftSettings: strict),
        .executableTarget(
            name: "LineEditorDemo", dependencies: ["LineEditor"], path: "Tests/LineEditorDemo", swiftSettings: strict),
        tests("LineEditorTests", ["LineEditor", "LineEditorDemo", "PTY"]),
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
