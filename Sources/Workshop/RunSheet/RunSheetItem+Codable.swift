import struct Foundation.Date

extension RunSheetItem: Codable {
  private enum Key: String, CodingKey {
    case id, start, minutes, anchor, anchorReason, isSkipped, isProtected, phase, step, scene, timerMinutes, rounds
    case hasSwap, minimumMinutes, adjustedMinutes, actualStart, actualEnd
  }

  /// Reads an item; what files of an earlier version do not have yet gets its plain value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(RunSheetItemID.self, forKey: .id)
    start = try container.decode(Int.self, forKey: .start)
    minutes = try container.decode(Int.self, forKey: .minutes)
    anchor = try container.decodeIfPresent(Int.self, forKey: .anchor)
    anchorReason = try container.decodeIfPresent(AnchorReason.self, forKey: .anchorReason)
    isSkipped = try container.decodeIfPresent(Bool.self, forKey: .isSkipped) ?? false
    isProtected = try container.decode(Bool.self, forKey: .isProtected)
    phase = try container.decode(Phase.self, forKey: .phase)
    step = try container.decodeIfPresent(StepID.self, forKey: .step)
    scene = try container.decode(Scene.self, forKey: .scene)
    timerMinutes = try container.decodeIfPresent(Int.self, forKey: .timerMinutes)
    hasSwap = try container.decode(Bool.self, forKey: .hasSwap)
    rounds = try container.decodeIfPresent(Int.self, forKey: .rounds) ?? (hasSwap ? 2 : 1)
    minimumMinutes = try container.decodeIfPresent(Int.self, forKey: .minimumMinutes)
    adjustedMinutes = try container.decodeIfPresent(Int.self, forKey: .adjustedMinutes)
    actualStart = try container.decodeIfPresent(Date.self, forKey: .actualStart)
    actualEnd = try container.decodeIfPresent(Date.self, forKey: .actualEnd)
    version = 1
    texts = [:]
    let written = try decoder.container(keyedBy: TextField.self)
    for field in TextField.allCases { self[field] = try written.decodeIfPresent(String.self, forKey: field) ?? "" }
  }

  /// Writes everything but the version, which stands beside it in the file; texts are keys of their own.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(start, forKey: .start)
    try container.encode(minutes, forKey: .minutes)
    try container.encodeIfPresent(anchor, forKey: .anchor)
    try container.encodeIfPresent(anchorReason, forKey: .anchorReason)
    try container.encode(isSkipped, forKey: .isSkipped)
    try container.encode(isProtected, forKey: .isProtected)
    try container.encode(phase, forKey: .phase)
    try container.encodeIfPresent(step, forKey: .step)
    try container.encode(scene, forKey: .scene)
    try container.encodeIfPresent(timerMinutes, forKey: .timerMinutes)
    try container.encode(rounds, forKey: .rounds)
    try container.encode(hasSwap, forKey: .hasSwap)
    try container.encodeIfPresent(minimumMinutes, forKey: .minimumMinutes)
    try container.encodeIfPresent(adjustedMinutes, forKey: .adjustedMinutes)
    try container.encodeIfPresent(actualStart, forKey: .actualStart)
    try container.encodeIfPresent(actualEnd, forKey: .actualEnd)
    var written = encoder.container(keyedBy: TextField.self)
    for field in TextField.allCases { try written.encodeIfPresent(texts[field], forKey: field) }
  }
}
