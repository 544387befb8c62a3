public import struct Foundation.Date

/// The id of an item of the draaiboek.
public typealias RunSheetItemID = Identifier<RunSheetItem>

/// One item of the draaiboek (onderdeel): what the room does for a while.
public struct RunSheetItem: Hashable, Sendable, Identifiable {
  /// What a facilitator writes about an item; labels are in the catalogue (`runSheet.fields.…`).
  public enum TextField: String, CaseIterable, Sendable, CodingKey {
    /// What it is called on the console and in documents.
    case title
    /// What it is for.
    case goal
    /// How it goes, step by step.
    case method
    /// How people sit or walk.
    case grouping
    /// Who leads it: a role.
    case lead
    /// Who helps, and with what.
    case helpers
    /// What has to lie ready.
    case materials
    /// Which room or corner.
    case room
    /// What it leaves behind, and where that goes.
    case harvest
    /// What to do when it cannot go as planned.
    case planB
    /// Anything else.
    case notes

    /// The most characters it may have.
    public var limit: Int { self == .title ? 120 : 2_000 }
  }

  /// Why an item has to begin at a fixed time.
  public enum AnchorReason: String, CaseIterable, Sendable, Codable {
    case lunch, schoolPickUp, interpreter, other
  }

  /// Unique within the traject.
  public internal(set) var id: RunSheetItemID
  /// What was written about it; a field left empty is not in it.
  public var texts: [TextField: String]
  /// When it begins in minutes after midnight, worked out from what comes before it (see `timed`).
  public var start: Int
  /// The planned length in minutes.
  public var minutes: Int
  /// The fixed time it begins at, in minutes after midnight, or nil.
  public var anchor: Int?
  /// Why it is anchored; nil where it is not.
  public var anchorReason: AnchorReason?
  /// Whether it is left out, and takes no time.
  public var isSkipped: Bool
  /// Breaks, lunch, the gallery and fixed anchors, which are never shortened to win time back.
  public var isProtected: Bool
  /// The phase it belongs to.
  public var phase: Phase
  /// The step that opens on the phones with it, or nil.
  public var step: StepID?
  /// The scene that opens on the projector with it.
  public var scene: Scene
  /// The round timer that is ready with it, in minutes for all rounds together, or nil.
  public var timerMinutes: Int?
  /// How many rounds it has: an interview of two times 25 minutes has 2.
  public var rounds: Int
  /// Whether the timer has a "wissel" half-way.
  public var hasSwap: Bool
  /// The shortest it may become to win time back, in minutes; nil for two thirds of its length.
  public var minimumMinutes: Int?
  /// The length it was given on the day itself to win time back; nil while it is as planned.
  public var adjustedMinutes: Int?
  /// Counts up with every change, so that of two editors the second is told.
  public var version: Int
  /// When it really began, or nil.
  public var actualStart: Date?
  /// When it really ended, or nil.
  public var actualEnd: Date?

  /// Makes an item.
  public init(
    id: RunSheetItemID, title: String, start: Int = 0, minutes: Int, phase: Phase, grouping: String = "",
    goal: String = "", step: StepID? = nil, scene: Scene = .question, timerMinutes: Int? = nil, hasSwap: Bool = false,
    isProtected: Bool = false, actualStart: Date? = nil, actualEnd: Date? = nil
  ) {
    self.id = id
    self.texts = [.title: title, .grouping: grouping, .goal: goal].filter { !$0.value.isEmpty }
    self.start = start
    self.minutes = minutes
    self.isSkipped = false
    self.isProtected = isProtected
    self.phase = phase
    self.step = step
    self.scene = scene
    self.timerMinutes = timerMinutes
    self.rounds = hasSwap ? 2 : 1
    self.hasSwap = hasSwap
    self.version = 1
    self.actualStart = actualStart
    self.actualEnd = actualEnd
  }

  /// The same item under another id.
  public func with(id: RunSheetItemID) -> RunSheetItem {
    var copy = self
    copy.id = id
    return copy
  }

  /// What was written in a field, empty where nothing was.
  public subscript(_ field: TextField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// What it is called.
  public var title: String { self[.title] }
  /// How people sit or walk.
  public var grouping: String { self[.grouping] }
  /// What it is for.
  public var goal: String { self[.goal] }

  /// The planned end, in minutes after midnight.
  public var end: Int { start + (isSkipped ? 0 : minutes) }
}
