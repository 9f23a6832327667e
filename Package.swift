// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: Swift 6 language mode, and no warning survives.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude,
        resources: resources, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "RecrutementPlus",
    products: [
        .executable(name: "rplus", targets: ["rplus"]),
        // What everything waits for; `make build` compiles it first.
        .library(
            name: "RecrutementPlusEngine", type: .static, targets: ["Engine", "StorageSQLite", "StoragePostgres"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CNcurses", pkgConfig: "ncursesw", providers: [.apt(["libncursesw5-dev"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CPostgres"),
        .systemLibrary(name: "CCurl"),
        // The file is in the object file as it is (docs/decisions/0170-a-taxonomy-inside-the-binary.md).
        .target(name: "CTaxonomy", exclude: ["taxonomy.bin"], cSettings: [.headerSearchPath(".")]),

        library("JSON", []),
        library("Scrolling", []),
        library("Curl", ["CCurl"]),
        library("Domain", ["JSON"]),
        library("Storage", ["Domain", "JSON"]),
        library("StorageSQLite", ["Storage", "Domain", "CSQLite", grdb, sqlite]),
        library("StoragePostgres", ["Storage", "CPostgres"]),
        library("Intelligence", ["Domain", "CTaxonomy"]),
        library("Engine", ["Domain", "Storage", "Intelligence", "JSON", "CArgon2", "CSodium"]),
        library("Interchange", ["Domain", "JSON", "Curl"]),
        library(
            "Workspace",
            [
                "Engine", "Storage", "StorageSQLite", "StoragePostgres", "Interchange", "DemoData", "Curl", "Domain",
                "JSON",
            ]),
        library("DemoData", ["Engine", "Storage", "Domain", "JSON"]),
        library("Workstation", ["Engine", "Domain", "JSON", "Scrolling"]),
        library("Terminal", ["CNcurses", "JSON", "Scrolling"]),
        library("TerminalUI", ["Workstation", "Terminal", "Engine", "Domain", "JSON", "Scrolling"]),
        library(
            "Commands",
            [
                "Workspace", "Engine", "Intelligence", "Storage", "Interchange", "DemoData", "Terminal", "Domain",
                "JSON",
                argumentParser,
            ]),
        // Beside the commands, so that these are compiled while the workstation is.
        library(
            "Screens", ["Commands", "Workspace", "Workstation", "Terminal", "TerminalUI", "Engine", "Domain"]),
        library(
            "TestSupport",
            [
                "Workstation", "Engine", "Storage", "StorageSQLite", "StoragePostgres", "Workspace", "Terminal",
                "Domain",
                "JSON",
            ]),

        library("Evaluation", ["Intelligence", "Interchange", "Domain", "JSON"]),
        .executableTarget(name: "rplus-eval", dependencies: ["Evaluation"], swiftSettings: strict),
        .executableTarget(name: "rplus", dependencies: ["Commands", "Screens"], swiftSettings: strict),
        .executableTarget(
            name: "rplus-bench",
            dependencies: [
                "Workspace", "Engine", "Intelligence", "Storage", "StorageSQLite", "DemoData", "Domain", "JSON", sqlite,
                argumentParser,
            ],
            path: "Sources/Benchmarks", swiftSettings: strict),

        tests("JSON", ["TestSupport"]),
        tests("Scrolling", []),
        tests("Curl", ["TestSupport"]),
        tests("Domain", []),
        tests("Storage", ["StorageSQLite", "StoragePostgres", "TestSupport", "Domain"]),
        tests("Intelligence", ["TestSupport", "Domain"]),
        tests("Evaluation", ["Intelligence", "Domain", "JSON"]),
        tests("Interchange", ["TestSupport", "JSON", "Domain"], resources: [.copy("Samples")]),
        tests("Engine", ["TestSupport", "Workspace", "Storage", "Domain", "JSON"], resources: [.copy("Contract")]),
        tests(
            "Workspace",
            [
                "TestSupport", "Engine", "Interchange", "Storage", "StorageSQLite", "StoragePostgres", "DemoData",
                "Domain", "JSON", sqlite,
            ]),
        tests("DemoData", ["TestSupport", "Engine", "Storage", "Domain", "JSON"]),
        tests("Workstation", ["TestSupport", "Engine", "Domain", "JSON", "Scrolling"]),
        tests("Terminal", ["TestSupport", "JSON", "Scrolling"]),
        tests(
            "TerminalUI", ["TestSupport", "Workstation", "Terminal", "Engine", "Domain", "JSON", "Scrolling"],
            exclude: ["Snapshots"]),
        .testTarget(
            name: "EndToEndTests", dependencies: ["TestSupport", "rplus"], swiftSettings: strict),
        tests("Commands", ["TestSupport", "Screens", "Intelligence", "Workspace", "Engine", "Domain", "JSON"]),
    ]
)
