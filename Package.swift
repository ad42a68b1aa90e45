// swift-tools-version:6.2
import PackageDescription

/// Our own targets: Swift 6 language mode, and no warning passes.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// A C library: its pkg-config name (libhyphen has none and is linked by name) and its Debian package.
func system(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
  name: "Bayan",
  products: [.executable(name: "bayan", targets: ["bayan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    system("CCairo", pkgConfig: "cairo", apt: "libcairo2-dev"),
    system("CPango", pkgConfig: "pangoft2", apt: "libpango1.0-dev"),
    system("CHyphen", apt: "libhyphen-dev"),
    system("CCmark", pkgConfig: "libcmark-gfm", apt: "libcmark-gfm-dev"),
    system("CProj", pkgConfig: "proj", apt: "libproj-dev"),
    system("CGeos", pkgConfig: "geos", apt: "libgeos-dev"),
    system("CQpdf", pkgConfig: "libqpdf", apt: "libqpdf-dev"),

    module("Diagnostics"),
    module("Graphics"),
    module("Interview", ["Diagnostics"]),
    module("Evidence", ["Diagnostics", "Interview"]),
    module("Briefing", ["Diagnostics", "Interview", "Evidence", "Graphics", "Yams", "CCmark"]),
    module("Typesetting", ["Diagnostics", "Graphics", "CPango", "CHyphen"]),
    module("Charts", ["Diagnostics", "Graphics", "Evidence", "Typesetting"]),
    module(
      "Maps",
      ["Diagnostics", "Graphics", "Typesetting", "CProj", "CGeos", .product(name: "GRDB", package: "GRDB.swift")]),
    module(
      "PageLayout", ["Diagnostics", "Graphics", "Briefing", "Typesetting", "Charts", "Maps", "Yams"]),
    module("Press", ["Diagnostics", "Graphics", "CCairo", "CQpdf"]),
    .executableTarget(
      name: "bayan",
      dependencies: [
        "Diagnostics", "Briefing", "PageLayout", "Press",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests("GraphicsTests", ["Graphics"]),
    tests("InterviewTests", ["Interview", "Diagnostics"]),
    tests("EvidenceTests", ["Evidence", "Interview", "Diagnostics"]),
    tests("BriefingTests", ["Briefing", "Evidence", "Interview", "Diagnostics"]),
    tests("TypesettingTests", ["Typesetting", "Graphics", "Diagnostics"]),
    tests("ChartsTests", ["Charts", "Typesetting", "Graphics", "Evidence"]),
    tests("MapsTests", ["Maps", "Typesetting", "Graphics", "Diagnostics"]),
    tests("PageLayoutTests", ["PageLayout", "Briefing", "Typesetting", "Graphics", "Diagnostics"]),
    tests("BayanTests", ["Diagnostics"]),
  ]
)
