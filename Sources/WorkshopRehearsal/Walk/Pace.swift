import Workshop

/// How fast a rehearsed day goes: as fast as it can, or its plan shrunk to so many minutes.
actor Pace {
  private let perPlannedMinute: Duration?
  private var itemLength = Duration.zero
  private var itemEnds = ContinuousClock.now
  /// Long enough for what phones are still owed to have gone out: they get at most four ticks a second, and nobody opens
  /// an item in the same half second in which the last contribution was released.
  private static let breath = Duration.milliseconds(550)

  /// Without minutes the day goes as fast as it can.
  init(minutes: Double?, runSheet: [RunSheetItem]) {
    let planned = runSheet.reduce(0) { $0 + $1.minutes }
    perPlannedMinute = minutes.map { .seconds($0 * 60 / Double(max(1, planned))) }
  }

  /// Waits until the item before this one had its time.
  func begin(_ item: RunSheetItem) async throws {
    if let perPlannedMinute {
      try await Task.sleep(until: itemEnds, clock: .continuous)
      itemLength = perPlannedMinute * item.minutes
      itemEnds = .now + itemLength
    } else {
      try await Task.sleep(for: Self.breath)
    }
  }

  /// Waits until everything after the last item had its time.
  func end() async throws {
    if perPlannedMinute != nil { try await Task.sleep(until: itemEnds, clock: .continuous) }
  }

  /// How long a phone thinks before it sends: spread over most of the item, none at full speed.
  func thinking(phone: Int) -> Duration {
    itemLength * (Double((phone * 7_919) % 1_000) / 1_000 * 0.7)
  }
}
