public import struct Foundation.Date

/// The plans a day can be made from; the words are in the catalogue (`runSheet.TEMPLATE.ITEM.…`).
public enum RunSheetTemplate: String, CaseIterable, Sendable, Codable {
  case oneDay = "one-day"
}

/// The id of an item of the draaiboek.
public typealias RunSheetItemID = Identifier<RunSheetItem>

/// One item of the draaiboek (onderdeel): what the room does for a while.
public struct RunSheetItem: Hashable, Sendable, Codable, Identifiable {
  /// Unique within the draaiboek.
  public let id: RunSheetItemID
  /// What it is called on the console and in documents.
  public var title: String
  /// The planned start, in minutes after midnight of the day.
  public var start: Int
  /// The planned length in minutes.
  public var minutes: Int
  /// The phase it belongs to.
  public var phase: Phase
  /// How people sit or walk.
  public var grouping: String
  /// What it is for.
  public var goal: String
  /// The step that opens on the phones with it, or nil.
  public var step: StepID?
  /// The scene that opens on the projector with it.
  public var scene: Scene
  /// The round timer that is ready with it, in minutes, or nil.
  public var timerMinutes: Int?
  /// Whether the timer has a "wissel" half-way.
  public var hasSwap: Bool
  /// Breaks, lunch, the gallery and fixed anchors, which are never shortened to win time back.
  public var isProtected: Bool
  /// When it really began, or nil.
  public var actualStart: Date?
  /// When it really ended, or nil.
  public var actualEnd: Date?

  /// Makes an item.
  public init(
    id: RunSheetItemID, title: String, start: Int, minutes: Int, phase: Phase, grouping: String = "", goal: String = "",
    step: StepID? = nil, scene: Scene = .question, timerMinutes: Int? = nil, hasSwap: Bool = false,
    isProtected: Bool = false, actualStart: Date? = nil, actualEnd: Date? = nil
  ) {
    self.id = id
    self.title = title
    self.start = start
    self.minutes = minutes
    self.phase = phase
    self.grouping = grouping
    self.goal = goal
    self.step = step
    self.scene = scene
    self.timerMinutes = timerMinutes
    self.hasSwap = hasSwap
    self.isProtected = isProtected
    self.actualStart = actualStart
    self.actualEnd = actualEnd
  }

  /// The planned end, in minutes after midnight.
  public var end: Int { start + minutes }
}
