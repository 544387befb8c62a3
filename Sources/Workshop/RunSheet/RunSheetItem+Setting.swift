extension RunSheetItem {
  /// One thing that is changed about an item.
  public enum Setting: Hashable, Sendable {
    case text(TextField, String)
    case minutes(Int)
    case anchor(Int?)
    case anchorReason(AnchorReason?)
    case isSkipped(Bool)
    case isProtected(Bool)
    case phase(Phase)
    case step(StepID?)
    case scene(Scene)
    case timerMinutes(Int?)
    case rounds(Int)
    case hasSwap(Bool)
    case minimumMinutes(Int?)

    /// The name of its field, as faults are told by.
    public var name: String {
      switch self {
      case .text(let field, _): field.rawValue
      case .minutes: "minutes"
      case .anchor: "anchor"
      case .anchorReason: "anchorReason"
      case .isSkipped: "isSkipped"
      case .isProtected: "isProtected"
      case .phase: "phase"
      case .step: "step"
      case .scene: "scene"
      case .timerMinutes: "timerMinutes"
      case .rounds: "rounds"
      case .hasSwap: "hasSwap"
      case .minimumMinutes: "minimumMinutes"
      }
    }
  }

  /// The item with some things changed.
  ///
  /// An anchor always has a reason and a reason an anchor. A new planned length undoes what the day took off the old one.
  public func applying(_ settings: [Setting]) -> RunSheetItem {
    var item = self
    for setting in settings { item.apply(setting) }
    if item.minutes != minutes { item.adjustedMinutes = nil }
    item.anchorReason = item.anchor == nil ? nil : item.anchorReason ?? .other
    return item
  }

  private mutating func apply(_ setting: Setting) {
    switch setting {
    case .text(let field, let text): self[field] = text.printable.trimmingSpaces()
    case .minutes(let value): minutes = value
    case .anchor(let value): anchor = value
    case .anchorReason(let value): anchorReason = value
    case .isSkipped(let value): isSkipped = value
    case .isProtected(let value): isProtected = value
    case .phase(let value): phase = value
    case .step(let value): step = value
    case .scene(let value): scene = value
    case .timerMinutes(let value): timerMinutes = value
    case .rounds(let value): rounds = value
    case .hasSwap(let value): hasSwap = value
    case .minimumMinutes(let value): minimumMinutes = value
    }
  }
}
