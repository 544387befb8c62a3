/// A program that writes a format for us.
public enum Converter: String, Sendable {
  /// Writes PDF from our template and the document as JSON.
  case typst = "typst-compile"
  /// Writes Word from our escaped HTML.
  case pandoc

  /// What brings it to the machine.
  public var installCommand: String { "Scripts/serve" }
}

/// Where the converters are: the words each command begins with, empty where it was not found.
public struct Converters: Hashable, Sendable {
  /// `typst-compile TEMPLATE DATA OUTPUT`, with `--files` for photos.
  public var typstCompile: [String]
  /// pandoc 3; older ones cannot write Word under `--sandbox`.
  public var pandoc: [String]

  /// Names the commands.
  public init(typstCompile: [String] = [], pandoc: [String] = []) {
    self.typstCompile = typstCompile
    self.pandoc = pandoc
  }

  /// Looks in `WERKDAG_TYPST` and `WERKDAG_PANDOC` first, which name a program, then on the PATH.
  public static func found(environment: [String: String]) -> Converters {
    Converters(
      typstCompile: find(Converter.typst, named: environment["WERKDAG_TYPST"], environment),
      pandoc: find(Converter.pandoc, named: environment["WERKDAG_PANDOC"], environment))
  }

  private static func find(_ converter: Converter, named: String?, _ environment: [String: String]) -> [String] {
    if let named, !named.isEmpty { return Executable.exists(named) ? [named] : [] }
    return Executable.onPath(converter.rawValue, environment["PATH"] ?? "").map { [$0] } ?? []
  }

  /// The command of a converter; empty where it is missing.
  func command(of converter: Converter) -> [String] {
    switch converter {
    case .typst: typstCompile
    case .pandoc: pandoc
    }
  }
}
