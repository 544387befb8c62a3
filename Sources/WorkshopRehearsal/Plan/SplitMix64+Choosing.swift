import Workshop

extension SplitMix64 {
  /// Whether something that happens once in so many times happens now.
  mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// One of weighted choices; nil where no weight is above 0.
  mutating func choose<Choice: Comparable>(_ weights: [Choice: Int]) -> Choice? {
    let total = weights.values.reduce(0, +)
    guard total > 0 else { return nil }
    var left = Int.random(in: 0..<total, using: &self)
    // Dictionaries have no order of their own; without one the same seed would give another day.
    for (choice, weight) in weights.sorted(by: { $0.key < $1.key }) {
      left -= weight
      if left < 0 { return choice }
    }
    return nil
  }

  /// A random UUID (version 4) in lower case.
  mutating func uuid<Subject>() -> Identifier<Subject> {
    let digits = Array("0123456789abcdef")
    let (high, low) = (next(), next())
    var text = ""
    for position in 0..<32 {
      if [8, 12, 16, 20].contains(position) { text.append("-") }
      let word = position < 16 ? high : low
      var digit = Int((word >> (60 - UInt64(position % 16) * 4)) & 15)
      if position == 12 { digit = 4 }
      if position == 16 { digit = 8 | (digit & 3) }
      text.append(digits[digit])
    }
    return Identifier(text)
  }
}
