import Foundation

/// The words of each language that say nothing about what a text is about.
public struct StopWords: Sendable {
  private let byLanguage: [String: Set<String>]

  /// Lists by ISO 639-1 code.
  public init(_ byLanguage: [String: Set<String>]) {
    self.byLanguage = byLanguage
  }

  /// The lists that ship: our own, short, one word a line; throws where one cannot be read, which is a fault of the
  /// installation.
  public static func shipped() throws -> StopWords {
    let folder = (Bundle.module.resourceURL ?? Bundle.module.bundleURL).appendingPathComponent("StopWords")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let lists = try files.filter { $0.pathExtension == "txt" }.map { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return (
        file.deletingPathExtension().lastPathComponent, Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
      )
    }
    return StopWords(Dictionary(lists, uniquingKeysWith: { $1 }))
  }

  /// Whether a word in small letters is passed over in a text of a language.
  func holds(_ word: String, language: String) -> Bool {
    byLanguage[language]?.contains(word) ?? false
  }
}
