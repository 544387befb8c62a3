import GRDB
public import Workshop

extension Change {
  /// Makes a theme; the same theme made again changes nothing.
  public func make(_ theme: Theme, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO theme (id, name, building_block) VALUES (?, ?, ?)",
      arguments: [theme.id.rawValue, theme.name, theme.buildingBlock])
    if db.changesCount == 1 { try note(.themeMade, theme.id.rawValue, by: role) }
  }

  /// Changes a theme's name, building block or place in the positive core; throws `.unknown` where there is none.
  public func change(_ theme: Theme, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: "UPDATE theme SET name = ?, building_block = ?, is_positive_core = ? WHERE id = ?",
      arguments: [theme.name, theme.buildingBlock, theme.isPositiveCore, theme.id.rawValue])
    try noteIfChanged(.themeChanged, theme.id, by: role, ["positiveCore": String(theme.isPositiveCore)])
  }

  /// Puts a story or a factor into a theme; it may be in several.
  public func put(_ contribution: ContributionID, into theme: ThemeID, by role: JournalEntry.Role) throws {
    guard let stored = try reader.contribution(contribution) else { throw StoreError(contribution.rawValue, .unknown) }
    let link = Link(from: contribution, relation: .belongsTo, to: theme.rawValue)
    guard try !reader.links(from: contribution).contains(link) else { return }
    try save([link], from: stored.kind)
    try note(.themeFilled, theme.rawValue, by: role, ["contribution": contribution.rawValue])
  }

  /// Takes a story or a factor out of a theme.
  public func take(_ contribution: ContributionID, outOf theme: ThemeID, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: "DELETE FROM link WHERE from_id = ? AND relation = 'belongsTo' AND to_theme = ?",
      arguments: [contribution.rawValue, theme.rawValue])
    guard db.changesCount == 1 else { return }
    try note(.themeEmptied, theme.rawValue, by: role, ["contribution": contribution.rawValue])
  }

  /// Merges a theme into another: what is in it counts there, and stays its own, so that merging can be undone.
  ///
  /// Throws `.notEditable` where the two would end up in a circle.
  public func merge(_ theme: ThemeID, into target: ThemeID, by role: JournalEntry.Role) throws {
    let themes = try reader.themes()
    guard themes.contains(where: { $0.id == target }) else { throw StoreError(target.rawValue, .unknown) }
    guard theme != target, themes.root(of: target) != theme else { throw StoreError(theme.rawValue, .notEditable) }
    try db.execute(
      sql: "UPDATE theme SET merged_into = ? WHERE id = ?", arguments: [target.rawValue, theme.rawValue])
    try noteIfChanged(.themeMerged, theme, by: role, ["into": target.rawValue])
  }

  /// Makes a merged theme stand on its own again.
  public func unmerge(_ theme: ThemeID, by role: JournalEntry.Role) throws {
    try db.execute(sql: "UPDATE theme SET merged_into = NULL WHERE id = ?", arguments: [theme.rawValue])
    try noteIfChanged(.themeUnmerged, theme, by: role)
  }

  /// Replaces the dots of a person; those that come after the step are kept and noted as late.
  ///
  /// Throws `.notEditable` once the day is closed, `.badReference` for no such theme.
  public func give(_ dots: Dots, from voter: Voter) throws {
    guard try batch.room(db).closedAt == nil else { throw StoreError("dots", .notEditable) }
    try db.execute(
      sql: "DELETE FROM dot WHERE voter = ? AND person = ?", arguments: [voter.owner.bytes.data, voter.person])
    let known = Set(try reader.themes().map(\.id))
    for (offset, theme) in dots.themes.enumerated() {
      guard known.contains(theme) else { throw StoreError("dots", .badReference("themes")) }
      try db.execute(
        sql: "INSERT INTO dot (voter, person, slot, theme) VALUES (?, ?, ?, ?)",
        arguments: [voter.owner.bytes.data, voter.person, offset + 1, theme.rawValue])
    }
    try note(.dotsGiven, by: .participant, ["count": String(dots.themes.count), "late": String(!isOpen(.dots))])
  }

  func isOpen(_ activity: StepDefinition.Activity) throws -> Bool {
    guard let step = try batch.room(db).step else { return false }
    return StepDefinition.shipped(step)?.activity == activity
  }

  private func noteIfChanged(
    _ kind: JournalEntry.Kind, _ theme: ThemeID, by role: JournalEntry.Role, _ facts: [String: String] = [:]
  ) throws {
    guard db.changesCount == 1 else { throw StoreError(theme.rawValue, .unknown) }
    try note(kind, theme.rawValue, by: role, facts)
  }
}
