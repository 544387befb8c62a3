public import struct Foundation.Date

/// Where the room is now: what phones, projector and console follow.
public struct RoomState: Hashable, Sendable, Codable {
  /// The gathering that goes on, or nil for the first workday.
  public var gathering: GatheringID?
  /// The item of the draaiboek that runs, or nil.
  public var item: RunSheetItemID?
  /// The step that is open on the phones, or nil between steps.
  public var step: StepID?
  /// What the projector shows.
  public var scene: Scene
  /// Whether the projector is dark.
  public var isBlank: Bool
  /// The round timer, or nil where none is set.
  public var timer: RoundTimer?
  /// Whether dots are shown to the room.
  public var areDotsRevealed: Bool
  /// Whether the spread of stances is shown to the room.
  public var areStancesRevealed: Bool
  /// The spread as it was when it was revealed; the room sees this one, since two that follow each other would give away
  /// where the person in between stands.
  public var revealedSpreads: [ContributionID: StanceSpread]?
  /// The most people that may choose one building block to work on; nil for as many as like.
  public var designGroupLimit: Int?
  /// The building blocks that are open beyond that limit; nil for none.
  public var openedBuildingBlocks: Set<String>?
  /// The coordination role scan as it was when it was shown to the room; nil while it is not.
  public var revealedScan: CoordinationScan?
  /// The steps whose free text is released as it comes in, unless something in it has to be read first; nil where none.
  public var releasesAtOnce: Set<StepID>?
  /// The address the facilitator chose for the QR, or nil for the first that fits.
  public var address: String?
  /// That Doen goes to the ontwerpteam, or nil while it is the room's.
  public var handOver: HandOver?
  /// When the day was closed, or nil while it goes on.
  public var closedAt: Date?

  /// A room before the day begins.
  public init() {
    scene = .join
    isBlank = false
    areDotsRevealed = false
    areStancesRevealed = false
  }
}

/// The round timer of the room.
///
/// While it runs the moment it ends is fixed; paused, what is left is fixed.
public struct RoundTimer: Hashable, Sendable, Codable {
  /// The whole length in seconds, extensions included.
  public var total: Int
  /// When it ends while it runs, on the server's clock; nil while paused.
  public var endsAt: Date?
  /// What is left in seconds while paused.
  public var pausedRemaining: Int
  /// Whether "wissel" is announced half-way.
  public var hasSwap: Bool

  /// Starts a timer now.
  public init(seconds: Int, hasSwap: Bool, now: Date) {
    total = seconds
    endsAt = now.addingTimeInterval(Double(seconds))
    pausedRemaining = seconds
    self.hasSwap = hasSwap
  }

  /// The seconds left at a moment, never below 0.
  public func remaining(at now: Date) -> Double {
    guard let endsAt else { return Double(pausedRemaining) }
    return max(0, endsAt.timeIntervalSince(now))
  }

  /// Adds time, or takes it away where negative; never leaves less than nothing.
  public mutating func add(seconds: Int, now: Date) {
    let left = max(0, remaining(at: now) + Double(seconds))
    total = max(0, total + seconds)
    if endsAt != nil { endsAt = now.addingTimeInterval(left) }
    pausedRemaining = Int(left)
  }

  /// Stops the clock and keeps what is left.
  public mutating func pause(now: Date) {
    pausedRemaining = Int(remaining(at: now).rounded(.up))
    endsAt = nil
  }

  /// Goes on with what was left.
  public mutating func resume(now: Date) {
    guard endsAt == nil else { return }
    endsAt = now.addingTimeInterval(Double(pausedRemaining))
  }
}
