import Workshop

/// The SplitMix64 generator (Steele, Lea and Flood, 2014): the same seed gives the same day on every machine.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

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
