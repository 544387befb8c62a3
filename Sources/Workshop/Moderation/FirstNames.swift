import Foundation

/// First names that are common in Flanders and Brussels, in all the languages of its families.
struct FirstNames: Sendable {
  /// Names that are nothing else, in lower case.
  let plain: Set<String>
  /// Names that are also a Dutch word at the beginning of a sentence ("Roos", "Wil"), in lower case.
  let doubtful: Set<String>

  /// The list that ships with the product: one name a line, doubtful ones with a question mark; empty where it is missing.
  static let shipped: FirstNames = {
    let url = Bundle.module.url(forResource: "first-names", withExtension: "txt", subdirectory: "FirstNames")
    let text = url.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
    let names = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    return FirstNames(
      plain: Set(names.filter { !$0.hasSuffix("?") }),
      doubtful: Set(names.filter { $0.hasSuffix("?") }.map { String($0.dropLast()) }))
  }()

  func contains(_ word: String) -> Bool { plain.contains(word) || doubtful.contains(word) }
}
