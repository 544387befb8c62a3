import Foundation

/// The words of one language, by dotted key; every text a person sees comes from here.
///
/// Files are JSON objects in objects. Placeholders are `{name}`. A text that depends on a number is an object with the
/// plural categories of CLDR that the language needs (`one`, `other`, …).
public struct Catalogue: Sendable {
  /// The language of the words.
  public let language: Language
  private let texts: [String: String]

  /// Reads a catalogue file.
  ///
  /// Throws `WorkshopError` where it is not an object of objects and texts.
  public init(language: Language, json: [UInt8]) throws {
    self.language = language
    let value = try JSONSerialization.jsonObject(with: Data(json))
    guard let object = value as? [String: Any] else { throw WorkshopError(.catalogue(language), cause: .notAnObject) }
    var texts: [String: String] = [:]
    try Self.flatten(object, prefix: "", language: language, into: &texts)
    self.texts = texts
  }

  /// The Dutch catalogue that ships with the product.
  ///
  /// Throws where the resource is missing or damaged, which is a fault of the installation.
  public static func shipped(_ language: Language = .dutch) throws -> Catalogue {
    let url = Bundle.module.url(forResource: language.rawValue, withExtension: "json", subdirectory: "Locales")
    guard let url else { throw WorkshopError(.catalogue(language), cause: .missing) }
    return try Catalogue(language: language, json: Array(Data(contentsOf: url)))
  }

  /// The text of a key; the key itself where it is missing, so that a gap is seen and a page is still drawn.
  public subscript(_ key: String) -> String { texts[key] ?? key }

  /// The text of a key, or nil where there is none.
  public func text(for key: String) -> String? { texts[key] }

  /// The text of a key with its placeholders filled.
  public func callAsFunction(_ key: String, _ values: [String: String]) -> String {
    Self.fill(self[key], values)
  }

  /// The text of a key in the plural form of a number, which fills `{count}`.
  public func callAsFunction(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
    let text = texts["\(key).\(pluralCategory(of: count))"] ?? texts["\(key).other"] ?? key
    return Self.fill(text, values.merging(["count": String(count)]) { own, _ in own })
  }

  /// Every text below a prefix, by the rest of its key: what a page's script needs.
  public func section(_ prefix: String) -> [String: String] {
    let start = prefix + "."
    return texts.reduce(into: [:]) { section, entry in
      if entry.key.hasPrefix(start) { section[String(entry.key.dropFirst(start.count))] = entry.value }
    }
  }

  /// Every key, sorted.
  public var keys: [String] { texts.keys.sorted() }

  /// Only the categories that the languages of whole numbers on our screens need.
  private func pluralCategory(of count: Int) -> String {
    switch language {
    case .french: count == 0 || count == 1 ? "one" : "other"
    case .dutch, .english, .turkish, .other: count == 1 ? "one" : "other"
    case .ukrainian: Self.slavicCategory(of: count)
    case .arabic: Self.arabicCategory(of: count)
    }
  }

  private static func slavicCategory(of count: Int) -> String {
    switch (count % 10, count % 100) {
    case (1, let tens) where tens != 11: "one"
    case (2...4, let tens) where !(12...14).contains(tens): "few"
    default: "many"
    }
  }

  private static func arabicCategory(of count: Int) -> String {
    switch (count, count % 100) {
    case (0, _): "zero"
    case (1, _): "one"
    case (2, _): "two"
    case (_, 3...10): "few"
    case (_, 11...99): "many"
    default: "other"
    }
  }

  private static func fill(_ text: String, _ values: [String: String]) -> String {
    // One pass over the template, so that a value that itself holds braces is never filled again.
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open]
      filled += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private static func flatten(
    _ object: [String: Any], prefix: String, language: Language, into texts: inout [String: String]
  ) throws {
    for (key, value) in object {
      switch value {
      case let text as String: texts[prefix + key] = text
      case let inner as [String: Any]:
        try flatten(inner, prefix: prefix + key + ".", language: language, into: &texts)
      default: throw WorkshopError(.catalogue(language), cause: .notText(key: prefix + key))
      }
    }
  }
}
