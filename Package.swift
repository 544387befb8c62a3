// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A C library of Debian's, found by pkg-config; the apt name is what SwiftPM prints where it is missing.
func debian(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func tests(_ subject: String, also: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(subject)Tests",
    dependencies: [.byName(name: subject), "WorkshopTestSupport"] + also,
    exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "elk-gezin-telt",
  defaultLocalization: "nl",
  products: [.executable(name: "werkdag", targets: ["werkdag"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    debian("CMicroHTTPD", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
    debian("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
    debian("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev"),
    debian("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    // Debian's package brings no file for pkg-config.
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    debian("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    debian("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),

    .target(
      name: "HTTPServer",
      dependencies: ["CMicroHTTPD", "CZlib", .product(name: "Logging", package: "swift-log")],
      swiftSettings: strict),
    .target(
      name: "Workshop",
      resources: [.copy("Resources/FirstNames"), .copy("Resources/Locales")],
      swiftSettings: strict),
    .target(
      name: "Likeness",
      dependencies: ["CStemmer"],
      resources: [.copy("Resources/StopWords")],
      swiftSettings: strict),
    .target(
      name: "WorkshopStore",
      dependencies: ["Workshop", "CSodium", "CSQLite", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "WorkshopDocuments",
      dependencies: ["Workshop"],
      resources: [.copy("Resources/Templates")],
      swiftSettings: strict),
    .target(
      name: "WorkshopWeb",
      dependencies: [
        "HTTPServer", "Likeness", "Workshop", "WorkshopStore", "WorkshopDocuments", "CQREncode", "CTurboJPEG",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.copy("Resources/Assets"), .copy("Resources/Pages")],
      swiftSettings: strict),
    .target(
      name: "WorkshopRehearsal",
      dependencies: ["Workshop", "WorkshopStore"],
      resources: [.copy("Resources/SampleDay")],
      swiftSettings: strict),
    .executableTarget(
      name: "werkdag",
      dependencies: [
        "WorkshopWeb", "HTTPServer", "Likeness", "Workshop", "WorkshopStore", "WorkshopDocuments", "WorkshopRehearsal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "WorkshopTestSupport",
      dependencies: ["Workshop", "WorkshopStore"],
      path: "Sources/WorkshopTestSupport",
      swiftSettings: strict),

    tests("HTTPServer"), tests("Likeness"), tests("Workshop"),
    tests("WorkshopStore", also: ["Workshop", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("WorkshopDocuments", exclude: ["Snapshots"]),
    tests(
      "WorkshopWeb", also: ["HTTPServer", "WorkshopDocuments", "WorkshopStore", "Workshop"], exclude: ["Snapshots"]),
    tests(
      "WorkshopRehearsal", also: ["Workshop", "WorkshopStore", "WorkshopDocuments", "WorkshopWeb", "HTTPServer"]),
    tests("werkdag", also: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
  ],
  swiftLanguageModes: [.v6]
)
