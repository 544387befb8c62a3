import Foundation

/// Something that identifies by its shape alone.
struct HintPattern: Sendable {
  let kind: IdentifyingHint.Kind
  /// What it looks like.
  ///
  /// Every repetition has an end: what a phone sends may be one run of letters from end to end.
  let pattern: String
  private let expression: NSRegularExpression?
  /// Tells a number of the shape from one that only looks like it.
  private let isMeant: @Sendable (String) -> Bool

  init(_ kind: IdentifyingHint.Kind, _ pattern: String, isMeant: @escaping @Sendable (String) -> Bool = { _ in true }) {
    (self.kind, self.pattern) = (kind, pattern)
    expression = try? NSRegularExpression(pattern: pattern)
    self.isMeant = isMeant
  }

  /// Whether the pattern itself is well formed.
  var isUsable: Bool { expression != nil }

  func hints(in string: NSString, sparing isOwn: (String) -> Bool) -> [IdentifyingHint] {
    let whole = NSRange(location: 0, length: string.length)
    return (expression?.matches(in: string as String, range: whole) ?? []).compactMap { match in
      let text = string.substring(with: match.range)
      // A municipality of the traject behind its postcode tells nothing that the whole room does not know.
      let last = text.split(separator: " ").last.map(String.init) ?? text
      guard isMeant(text), kind != .address || !isOwn(last) else { return nil }
      return IdentifyingHint(kind: kind, start: match.range.location, length: match.range.length, text: text)
    }
  }

  static let all: [HintPattern] = [
    HintPattern(
      .online,
      #"(?<![\p{L}0-9._%+-])[\p{L}0-9._%+-]{1,64}@[\p{L}0-9-]{1,63}(?:\.[\p{L}0-9-]{1,63}){0,8}\.\p{L}{2,24}"#),
    HintPattern(.online, #"(?i)(?:https?://|www\.)[^\s<>()]{1,1000}[^\s<>().,;!?]"#),
    HintPattern(
      .online,
      #"(?i)(?<![\p{L}0-9@.-])[a-z0-9-]{2,63}(?:\.[a-z0-9-]{1,63}){0,8}\.(?:be|com|net|org|eu|brussels|vlaanderen)\b(?:/\S{0,1000}[^\s.,;!?])?"#
    ),
    HintPattern(.online, #"(?<![\p{L}0-9@.])@[A-Za-z0-9_][A-Za-z0-9_.]{0,62}[A-Za-z0-9_]"#),
    HintPattern(
      .telephone, #"(?<![\d+])(?:(?:\+|00)32[ ./-]?(?:\(0\))?|\(?0)[ ./-]?[1-9]\)?(?:[ ./-]{0,2}\d){7,8}(?!\d)"#,
      isMeant: { !isDate($0) }),
    HintPattern(.register, #"(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[- .]?\d{3}[. -]?\d{2}(?!\d)"#, isMeant: isRegisterNumber),
    HintPattern(.plate, #"(?<![\p{L}\d-])(?:[1-9][- ]?[A-Z]{3}[- ]?\d{3}|[A-Z]{3}-\d{3})(?![\p{L}\d-])"#),
    HintPattern(
      .address,
      #"(?<!\p{L})(?:\p{Lu}[\p{L}'’.-]{0,39} ){0,2}\p{Lu}[\p{L}'’-]{0,39}(?<=straat|straatje|laan|lei|steenweg|weg|plein|dreef|baan|kaai|markt|Markt|hof|park|pad|dijk|singel|vest|square|Baan|Weg|Plein|Steenweg|Dreef) \d{1,4}(?: ?[a-zA-Z])?\b(?:,? ?bus \w{1,4}|,? b\.? ?\d{1,4}| ?/ ?\d{1,4})?"#
    ),
    HintPattern(
      .address,
      #"\b(?:[Rr]ue|[Aa]venue|[Cc]hauss[ée]e|[Bb]oulevard|[Pp]lace|[Cc]los|[Aa]llée)(?: (?:de|du|des|la|le|l['’]\p{L}{1,40}|d['’]\p{L}{1,40}|\p{Lu}[\p{L}'’-]{0,39})){1,5} \d{1,4}\b"#
    ),
    HintPattern(.address, #"(?<![\p{L}\d])[1-9]\d{3} \p{Lu}[\p{L}-]{2,40}"#, isMeant: { !isYear($0) }),
  ]

  private static func digits(_ text: String) -> [Int] { text.compactMap { $0.isASCII ? $0.wholeNumberValue : nil } }

  /// "01/02/2024 9u30" has as many figures as a telephone number.
  private static func isDate(_ text: String) -> Bool {
    text.range(of: #"^0\d[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)"#, options: .regularExpression) != nil
  }

  /// A year and the word after it, rather than a postcode and a place: of the years only 2018 and 2030 are busy postcodes.
  private static func isYear(_ text: String) -> Bool {
    guard let number = Int(text.prefix(4)), (1950...2049).contains(number) else { return false }
    return !text.hasSuffix("Antwerpen")
  }

  /// The last two figures are 97 less the rest of the first nine by 97; who is born since 2000 has a 2 before them.
  private static func isRegisterNumber(_ text: String) -> Bool {
    let figures = digits(text)
    guard figures.count == 11, figures[2] * 10 + figures[3] <= 12 else { return false }
    if text.contains("-"), text.contains(".") { return true }
    let (first, check) = (figures.prefix(9).reduce(0) { $0 * 10 + $1 }, figures[9] * 10 + figures[10])
    return [first, 2_000_000_000 + first].contains { 97 - $0 % 97 == check }
  }
}
