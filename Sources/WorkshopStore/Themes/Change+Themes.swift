import GRDB
public import Workshop

extension Change {
  /// Makes a theme, with stories and factors in it from the start; the same theme made again changes nothing.
  ///
  /// With `source` they leave the theme they were in: that is how a theme is split.
  public func make(
    _ theme: Theme, with members: [ContributionID] = [], splitFrom source: ThemeID? = nil, by role: JournalEntry.Role
  ) throws {
    guard try !exists("SELECT 1 FROM theme WHERE id = ?", [theme.id.rawValue]) else { return }
    if let source { _ = try reader.theme(source) }
    let moves = try members.flatMap {
      try leaving($0, source) + [.member(theme: theme.id, contribution: $0, isIn: true)]
    }
    try edit(source == nil ? .make : .split, theme.id, [.theme(before: nil, after: theme)] + moves, by: role)
  }

  /// Changes a theme's name, building block or place in the positive core; throws `.unknown` where there is none.
  ///
  /// With `seenName`, throws `.superseded` where someone else gave it another name than the one that was seen.
  public func change(_ theme: Theme, seenName: String? = nil, by role: JournalEntry.Role) throws {
    let stored = try reader.theme(theme.id)
    if let seenName, stored.name != seenName, stored.name != theme.name {
      throw StoreError(theme.id.rawValue, .superseded)
    }
    var changed = stored
    (changed.name, changed.buildingBlock) = (theme.name, theme.buildingBlock)
    changed.isPositiveCore = theme.isPositiveCore
    guard changed != stored else { return }
    let kind: ThemeEdit.Kind =
      changed.name != stored.name ? .rename : changed.buildingBlock != stored.buildingBlock ? .place : .core
    try edit(kind, theme.id, [.theme(before: stored, after: changed)], by: role)
  }

  /// Puts a story or a factor into a theme; it may be in several.
  public func put(_ contribution: ContributionID, into theme: ThemeID, by role: JournalEntry.Role) throws {
    try put([contribution], into: theme, by: role)
  }

  /// Puts stories and factors into a theme in one go; with `source` they leave the theme they were in.
  ///
  /// What is in it already stays there. Throws `.unknown` for a theme or a contribution that is not there.
  public func put(
    _ contributions: [ContributionID], into theme: ThemeID, from source: ThemeID? = nil, by role: JournalEntry.Role
  ) throws {
    let (themes, _) = (try reader.themes(), try reader.theme(theme))
    let changes = try contributions.flatMap { id -> [ThemeChange] in
      guard let stored = try reader.contribution(id), stored.state != .withdrawn else {
        throw StoreError(id.rawValue, .unknown)
      }
      let isThere = try reader.themes(of: id).contains { themes.root(of: $0) == themes.root(of: theme) }
      return try leaving(id, source) + (isThere ? [] : [.member(theme: theme, contribution: id, isIn: true)])
    }
    let moved = changes.contains { if case .member(_, _, isIn: false) = $0 { true } else { false } }
    try edit(moved ? .move : .fill, theme, changes, by: role)
  }

  /// Takes a story or a factor out of a theme, and out of those that were merged into it.
  public func take(_ contribution: ContributionID, outOf theme: ThemeID, by role: JournalEntry.Role) throws {
    try take([contribution], outOf: theme, by: role)
  }

  /// Takes stories and factors out of a theme in one go; what is not in it changes nothing.
  public func take(_ contributions: [ContributionID], outOf theme: ThemeID, by role: JournalEntry.Role) throws {
    try edit(.empty, theme, try contributions.flatMap { try leaving($0, theme) }, by: role)
  }

  /// Merges a theme into another: what is in it counts there, and stays its own, so that merging can be undone.
  ///
  /// Throws `.circular` where the two would end up in a circle.
  public func merge(_ theme: ThemeID, into target: ThemeID, by role: JournalEntry.Role) throws {
    let (themes, stored, _) = (try reader.themes(), try reader.theme(theme), try reader.theme(target))
    guard theme != target, themes.root(of: target) != theme else { throw StoreError(theme.rawValue, .circular) }
    guard stored.mergedInto != target else { return }
    var merged = stored
    merged.mergedInto = target
    try edit(.merge, theme, [.theme(before: stored, after: merged)], by: role)
  }

  /// Makes a merged theme stand on its own again; one that does already stays as it is.
  public func unmerge(_ theme: ThemeID, by role: JournalEntry.Role) throws {
    let stored = try reader.theme(theme)
    guard stored.mergedInto != nil else { return }
    var apart = stored
    apart.mergedInto = nil
    try edit(.unmerge, theme, [.theme(before: stored, after: apart)], by: role)
  }

  /// What takes a contribution out of a theme as the console shows it: with what was merged into it.
  private func leaving(_ contribution: ContributionID, _ theme: ThemeID?) throws -> [ThemeChange] {
    guard let theme else { return [] }
    let themes = try reader.themes()
    return try reader.themes(of: contribution).filter { $0 == theme || themes.root(of: $0) == theme }
      .map { .member(theme: $0, contribution: contribution, isIn: false) }
  }
}
