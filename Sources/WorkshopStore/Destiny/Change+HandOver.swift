public import Workshop

extension Change {
  /// Hands Doen to the ontwerpteam: what of it did not begin is skipped in the draaiboek, and what runs of it ends.
  ///
  /// Handing it over again changes nothing.
  public func handOver(by role: JournalEntry.Role) throws -> RunSheetRefusal? {
    let state = try room()
    guard state.handOver == nil else { return nil }
    let sheet = try reader.currentGathering().flatMap { try reader.runSheet(of: $0.id) }
    let ahead = (sheet?.items ?? []).destinyAhead
    for item in ahead {
      if let refusal = try set(item, isSkipped: true, in: sheet, by: role) { return refusal }
    }
    let runs = state.step.flatMap { StepDefinition.shipped($0) }?.activity == .teams
    if runs, let item = state.item { try end(item) }
    try setRoom(.handedOver, by: role) { [now] room in
      room.handOver = HandOver(at: now, skipped: ahead.map(\.id))
      (room.scene, room.isBlank) = (.handOver, false)
      if runs { (room.item, room.step, room.timer) = (nil, nil, nil) }
    }
    return nil
  }

  /// Takes that back: the room can do Doen itself, and the items that were skipped for it stand in the draaiboek again.
  public func takeBackHandOver(by role: JournalEntry.Role) throws -> RunSheetRefusal? {
    guard let handOver = try room().handOver else { return nil }
    let sheet = try reader.currentGathering().flatMap { try reader.runSheet(of: $0.id) }
    for item in sheet?.items ?? [] where item.isSkipped && handOver.skipped.contains(item.id) {
      if let refusal = try set(item, isSkipped: false, in: sheet, by: role) { return refusal }
    }
    try setRoom(.handOverTakenBack, by: role) { room in
      room.handOver = nil
      if room.scene == .handOver { room.scene = .actions }
    }
    return nil
  }

  private func set(
    _ item: RunSheetItem, isSkipped: Bool, in sheet: RunSheet?, by role: JournalEntry.Role
  ) throws -> RunSheetRefusal? {
    guard let sheet else { return nil }
    let edited = try edit(
      sheet.gathering.id, .change(item.id, version: item.version, [.isSkipped(isSkipped)]), by: role)
    if case .failure(let refusal) = edited { return refusal }
    return nil
  }
}
