/// Which words of the texts are made of other words of the texts.
struct Compounds {
  private static let partShare = 0.5
  /// Shorter beginnings and ends are more often chance than a word.
  private static let shortestPart = 4

  private let parts: [String: [String]]

  init(_ stems: Set<String>) {
    parts = stems.reduce(into: [:]) { parts, stem in
      let found = Self.parts(of: stem, among: stems)
      if !found.isEmpty { parts[stem] = found }
    }
  }

  /// Terms with the parts of each, at half its weight.
  func adding(to terms: [String: Double]) -> [String: Double] {
    // In the alphabet's order, so that sums come out the same to the last digit.
    terms.sorted { $0.key < $1.key }.reduce(into: terms) { all, entry in
      for part in parts[entry.key] ?? [] { all[part, default: 0] += entry.value * Self.partShare }
    }
  }

  private static func parts(of stem: String, among stems: Set<String>) -> [String] {
    let letters = Array(stem)
    guard letters.count >= shortestPart + 3 else { return [] }
    let ends = (3...(letters.count - shortestPart)).map { String(letters[$0...]) }
    let beginnings = (shortestPart...(letters.count - 3)).map { String(letters[..<$0]) }
    return (ends + beginnings).filter(stems.contains)
  }
}
