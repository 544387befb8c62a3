/// A count as people type it: whole, from 0 to a limit; nothing typed is 0.
struct CountText {
  /// The number, or nil where there is a fault.
  let number: Int?
  /// What is the matter with it, or nil.
  let fault: FieldFault?

  /// Reads what was typed, without spaces around it.
  init(_ text: String, limit: Int) {
    (number, fault) = Self.read(text, limit)
  }

  private static func read(_ text: String, _ limit: Int) -> (Int?, FieldFault?) {
    guard !text.isEmpty else { return (0, nil) }
    let digits = text.first == "-" || text.first == "−" ? text.dropFirst() : text[...]
    // Int reads a plus sign as well, which nobody means here.
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return (nil, .notANumber) }
    guard digits.count == text.count else { return (nil, .tooLow(least: 0)) }
    // Text with more digits than an Int holds is too high as well.
    guard let number = Int(digits), number <= limit else { return (nil, .tooHigh(most: limit)) }
    return (number, nil)
  }
}
