// swift-tools-version:6.2
import PackageDescription

/// Our own targets: Swift 6 language mode, and no warning passes.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Has the released program stand at the addresses that it was linked for: a hundred thousand of them, which Swift's
/// descriptions of types hold, needn't be mended at each start, nor the pages copied that they stand on.
let quickStart: LinkerSetting = .unsafeFlags(
  ["-use-ld=lld", "-Xclang-linker", "-no-pie"], .when(platforms: [.linux], configuration: .release))

/// Leaves out of the released program what nothing in it calls: the libcurl that the linker finds first is an empty one
/// (Sources/System/NoCurl), so that machines need none.
let withoutCurl: LinkerSetting = .unsafeFlags(
  ["-L", "\(Context.packageDirectory)/Sources/System/NoCurl"],
  .when(platforms: [.linux], configuration: .release))

/// Has the released program hold Swift's libraries, so that machines need none. Said here and to the linker alone, not by
/// `--static-swift-stdlib`, which the modules would be compiled anew for: so the program and its tests share them. What
/// Foundation's archive needs besides itself is named by hand.
let selfContained: LinkerSetting = .unsafeFlags(
  [
    "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
    "-l_FoundationCollections", "-l_CFURLSessionInterface",
  ], .when(platforms: [.linux], configuration: .release))

/// A module of ours under Sources/.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], linker: [LinkerSetting] = []) -> Target
{
  .target(name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: linker)
}

/// Our tests: compiled quickly even where what they test is optimised, as in `make test`.
let tested = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// The tests of one module, in Tests/<name>Tests; what is no code there is named by `data`.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies, exclude: data,
    swiftSettings: tested)
}

/// A C library: Sources/System/C<name> holds its module map; `package` is Debian's name for its headers.
func library(_ name: String, pkgConfig: String?, apt package: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
  name: "Bayan",
  products: [
    .executable(name: "bayan", targets: ["bayan"]),
    // For `make bench` alone.
    .executable(name: "open-press", targets: ["OpenPress"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    library("CCairo", pkgConfig: "cairo-ft", apt: "libcairo2-dev"),
    library("CCmark", pkgConfig: "libcmark-gfm", apt: "libcmark-gfm-dev"),
    library("CCups", pkgConfig: nil, apt: "libcups2-dev"),
    library("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
    library("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
    library("CGeos", pkgConfig: nil, apt: "libgeos-dev"),
    library("CHarfBuzz", pkgConfig: "harfbuzz-subset", apt: "libharfbuzz-dev"),
    library("CHyphen", pkgConfig: nil, apt: "libhyphen-dev"),
    library("CJpeg", pkgConfig: "libjpeg", apt: "libjpeg-dev"),
    library("CLcms", pkgConfig: nil, apt: "liblcms2-dev"),
    library("CMalloc", pkgConfig: nil, apt: "libc6-dev"),
    library("CPango", pkgConfig: "pangoft2", apt: "libpango1.0-dev"),
    library("CPng", pkgConfig: "libpng", apt: "libpng-dev"),
    library("CQpdf", pkgConfig: nil, apt: "libqpdf-dev"),
    library("CRename", pkgConfig: nil, apt: "libc6-dev"),
    library("CRsvg", pkgConfig: nil, apt: "librsvg2-2"),
    library("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    library("CWebp", pkgConfig: nil, apt: "libwebp-dev"),
    library("CZip", pkgConfig: nil, apt: "libzip-dev"),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),

    module("Platform"),
    module("Diagnostics", ["Platform"]),
    module("Keeping"),
    module("Files", ["Diagnostics", "CRename"]),
    module("Graphics", ["Platform", "Diagnostics"]),
    module(
      "Pictures",
      ["Diagnostics", "Graphics", "CCairo", "CExpat", "CJpeg", "CLcms", "CPng", "CRsvg", "CWebp", "CZlib"]),
    module("YAMLReading", ["Diagnostics", "Yams"]),
    module("Interview", ["Diagnostics"]),
    module("Tables", ["Diagnostics", "Files", "CExpat", "CZip"]),
    module("Intake", ["Diagnostics", "Files", "Interview", "Tables"]),
    module("Evidence", ["Diagnostics", "Keeping", "Interview", "Tables"]),
    module("Atlas", ["Platform", "Diagnostics", "Keeping", "CSQLite"]),
    module(
      "Briefing",
      [
        "Diagnostics", "Keeping", "Files", "Graphics", "Pictures", "Interview", "Tables", "Evidence", "Atlas",
        "ChartGrammar", "MapGrammar", "YAMLReading", "CCmark",
      ]),
    module("Typesetting", ["Platform", "Diagnostics", "Keeping", "Graphics", "CPango", "CHyphen"]),
    module("ChartGrammar", ["Diagnostics", "Evidence"]),
    module("MapGrammar", ["Graphics", "Evidence", "Atlas"]),
    module("Charts", ["Diagnostics", "Graphics", "Evidence", "ChartGrammar", "Typesetting"]),
    module(
      "Maps",
      [
        "Platform", "Diagnostics", "Graphics", "Pictures", "Evidence", "Atlas", "MapGrammar", "Typesetting",
        "CGeos",
      ]),
    module(
      "PageLayout",
      [
        "Diagnostics", "Keeping", "Graphics", "Interview", "Evidence", "Atlas", "Briefing", "ChartGrammar",
        "MapGrammar", "Typesetting", "Charts", "Maps", "YAMLReading",
      ]),
    module("Sheets", ["Diagnostics", "Graphics", "YAMLReading"]),
    module(
      "Press",
      [
        "Platform", "Diagnostics", "Keeping", "Graphics", "Pictures", "CCairo", "CDeflate", "CHarfBuzz",
        "CQpdf", "CZlib",
      ]),
    module("Printing", ["Diagnostics", "Graphics", "CCups"]),
    module(
      "Production",
      [
        "Diagnostics", "Keeping", "Files", "Graphics", "Tables", "Evidence", "Atlas", "Briefing",
        "Typesetting",
        "PageLayout",
        "Pictures", "Press", "Sheets",
      ]),
    module("Drafts", ["Diagnostics", "Interview", "Tables", "Evidence", "Atlas"]),
    .target(name: "NoCurl", path: "Sources/System/NoCurl", exclude: ["libcurl.so"]),
    // The preview's page, embedded in the program; its files are read by the C compiler.
    .target(name: "PreviewPage", exclude: ["page.html", "page.css", "script"]),
    module(
      "Preview",
      [
        "Diagnostics", "Files", "Graphics", "Interview", "Tables", "Evidence", "Briefing", "PageLayout",
        "Press",
        "Production", "YAMLReading",
        "PreviewPage", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "bayan",
      dependencies: [
        "Platform", "Diagnostics", "Keeping", "Files", "Graphics", "Evidence", "Atlas", "Briefing",
        "PageLayout",
        "Drafts", "Intake", "Interview", "Preview",
        "Printing",
        "Production", "Tables", "NoCurl", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: [quickStart, withoutCurl, selfContained]),

    .executableTarget(name: "OpenPress", dependencies: ["Keeping", "Production"], swiftSettings: strict),

    // What the tests of several modules need: folders, packs, programs, the shipped atlas and fonts, random numbers.
    .target(
      name: "TestSupport", dependencies: ["Diagnostics", "Graphics", "Evidence", "Atlas", "Typesetting"],
      path: "Tests/TestSupport", swiftSettings: tested),

    tests("Diagnostics"),
    tests("Keeping"),
    tests("Files", ["Diagnostics", "TestSupport"]),
    tests("Graphics"),
    tests("Pictures", ["Graphics"]),
    tests("YAMLReading", ["Diagnostics", "TestSupport"]),
    tests("Interview", ["Diagnostics", "TestSupport"]),
    tests("Tables", ["Diagnostics", "TestSupport"]),
    tests("Intake", ["Diagnostics", "Tables", "TestSupport"]),
    tests("Drafts", ["Atlas", "Diagnostics", "Evidence", "Interview", "TestSupport"]),
    tests(
      "Evidence", ["Diagnostics", "Interview", "Tables", "TestSupport"], data: ["LibreOffice"]),
    tests("Atlas", ["Diagnostics", "TestSupport", "CSQLite"], data: ["Expected"]),
    tests(
      "Briefing",
      [
        "Atlas", "ChartGrammar", "Diagnostics", "Evidence", "Interview", "MapGrammar", "Tables",
        "YAMLReading",
        "TestSupport",
      ]),
    tests("Typesetting", ["Diagnostics", "Graphics", "TestSupport"], data: ["Expected"]),
    tests("ChartGrammar", ["Diagnostics", "Evidence", "TestSupport"]),
    tests("MapGrammar", ["Evidence", "TestSupport"]),
    tests("Charts", ["ChartGrammar", "Diagnostics", "Evidence", "Graphics", "TestSupport", "Typesetting"]),
    tests(
      "Maps",
      [
        "Atlas", "Diagnostics", "Evidence", "Graphics", "MapGrammar", "Pictures", "TestSupport",
        "Typesetting",
      ]),
    tests(
      "PageLayout",
      [
        "Atlas", "Briefing", "ChartGrammar", "Diagnostics", "Evidence", "Graphics", "Interview", "MapGrammar",
        "Maps", "TestSupport", "Typesetting",
      ]),
    tests("Sheets", ["Diagnostics", "Graphics", "TestSupport"]),
    tests("Press", ["CCairo", "Diagnostics", "Graphics", "Keeping", "TestSupport"]),
    tests("Printing", ["Graphics"]),
    tests("Production", ["Diagnostics", "Graphics", "Keeping", "Press", "TestSupport", "Typesetting"]),
    tests(
      "Preview",
      [
        "Diagnostics", "Graphics", "Production", "TestSupport",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ]),
    // They run the program, which `swift test` builds: as a dependency it would be linked into them, whole as it is.
    .testTarget(
      name: "WholeRunTests",
      dependencies: [
        "Atlas", "Briefing", "ChartGrammar", "Diagnostics", "Evidence", "Graphics", "Interview", "MapGrammar",
        "Pictures", "TestSupport",
      ],
      swiftSettings: tested),
  ],
  // For #embed.
  cLanguageStandard: .c2x
)
