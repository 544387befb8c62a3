/// What most, nearly all and all but one in a hundred waited, in milliseconds.
public struct Percentiles: Hashable, Sendable, Codable {
  /// Half waited no longer.
  public let p50: Double
  /// 95 in 100 waited no longer.
  public let p95: Double
  /// 99 in 100 waited no longer.
  public let p99: Double

  /// Takes the nearest rank; 0 everywhere where nothing was measured.
  public init(_ durations: [Duration]) {
    let sorted = durations.sorted()
    func rank(_ percent: Int) -> Double {
      guard !sorted.isEmpty else { return 0 }
      let index = max(0, (sorted.count * percent + 99) / 100 - 1)
      return Self.milliseconds(sorted[index])
    }
    (p50, p95, p99) = (rank(50), rank(95), rank(99))
  }

  /// To a hundredth.
  private static func milliseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    let microseconds = Double(seconds) * 1e6 + Double(attoseconds) / 1e12
    return (microseconds / 10).rounded() / 100
  }
}
