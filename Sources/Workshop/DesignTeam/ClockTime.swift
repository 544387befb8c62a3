/// A time of day in minutes after midnight, as people here write it.
public enum ClockTime {
  /// Reads `13:30`, `9:05`, `9.05`, `9u05` and `9u`; nil for anything else and for times that do not exist.
  public static func minutes(_ text: String) -> Int? {
    let parts = text.lowercased().split(omittingEmptySubsequences: false) { ":.u".contains($0) }
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count) else { return nil }
    // "9u" is whole, "9:" is not.
    let isWholeHour = parts[1].isEmpty && text.lowercased().hasSuffix("u")
    guard isWholeHour || parts[1].utf8.count == 2 else { return nil }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    guard let hours = Int(parts[0]), let minutes = isWholeHour ? 0 : Int(parts[1]) else { return nil }
    return (0...23).contains(hours) && (0...59).contains(minutes) ? hours * 60 + minutes : nil
  }

  /// Writes `09:05` for 545, as a time field of a form takes it.
  public static func text(minutes: Int) -> String {
    "\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
