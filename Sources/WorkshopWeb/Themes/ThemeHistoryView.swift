import Foundation
import Workshop
import WorkshopStore

/// What was done to the themes, told in words, and what can be taken back or done again.
struct ThemeHistoryView: Encodable, Sendable {
  struct Edit: Encodable, Sendable {
    let edit: Int64
    let at: Date
    let text: String
    let role: String
    let undone: Bool
  }

  /// The newest first.
  let edits: [Edit]
  @OrNull var undo: Edit?
  @OrNull var redo: Edit?
}

extension Views {
  /// The latest edits of the themes.
  func themeHistory() throws -> ThemeHistoryView {
    let history = try reader.themeHistory()
    let all = history.edits + [history.undo, history.redo].compactMap { $0 }
    let teller = ThemeEditTeller(
      names: try reader.themeNames(), headlines: try headlines(in: all), framework: terms.framework, words: room.words)
    return ThemeHistoryView(
      edits: history.edits.map(teller.view), undo: history.undo.map(teller.view), redo: history.redo.map(teller.view))
  }

  /// Of edits that concern one contribution; what was withdrawn has no words left.
  private func headlines(in edits: [ThemeEdit]) throws -> [ContributionID: String] {
    try Set(edits.compactMap(\.onlyMember)).reduce(into: [:]) { headlines, id in
      guard let contribution = try reader.contribution(id), contribution.state != .withdrawn,
        !contribution.isSetApart
      else { return }
      headlines[id] = contribution.headline
    }
  }
}

/// Tells an edit in a sentence.
private struct ThemeEditTeller {
  let names: [ThemeID: String]
  let headlines: [ContributionID: String]
  let framework: FrameworkContent
  let words: Catalogue

  func view(_ edit: ThemeEdit) -> ThemeHistoryView.Edit {
    ThemeHistoryView.Edit(
      edit: edit.id, at: edit.at, text: text(edit), role: words["themeHistory.roles.\(edit.role.rawValue)"],
      undone: edit.isUndone)
  }

  private func text(_ edit: ThemeEdit) -> String {
    let (before, after) = edit.theme(names: names)
    let members = edit.members
    let values = [
      "name": after.name, "before": before?.name ?? "", "into": name(after.mergedInto), "from": name(edit.source),
      "block": after.buildingBlock.map { framework.label(of: $0, in: .buildingBlocks, words: words) } ?? "",
      "headline": edit.onlyMember.map { headlines[$0] ?? words["themeHistory.withdrawn"] } ?? "",
    ]
    switch edit.kind {
    case .make, .split:
      return words("themeHistory.\(edit.kind.rawValue)", values) + cards(members.count)
    case .place: return words(after.buildingBlock == nil ? "themeHistory.placeNowhere" : "themeHistory.place", values)
    case .core: return words(after.isPositiveCore ? "themeHistory.core" : "themeHistory.notCore", values)
    case .fill, .empty, .move:
      let key = "themeHistory.\(edit.kind.rawValue)"
      if members.count == 1 { return words(key + ".one", values) }
      return words(key + ".other", values.merging(["count": String(members.count)]) { $1 })
    case .rename, .merge, .unmerge: return words("themeHistory.\(edit.kind.rawValue)", values)
    }
  }

  private func cards(_ count: Int) -> String {
    count == 0 ? "" : words("themeHistory.with", ["cards": words("themeHistory.cards", count: count)])
  }

  private func name(_ theme: ThemeID?) -> String { theme.flatMap { names[$0] } ?? "" }
}

extension ThemeEdit {
  /// The contributions it moves, each once.
  fileprivate var members: Set<ContributionID> {
    Set(changes.compactMap { if case .member(_, let id, _) = $0 { id } else { nil } })
  }

  /// The contribution it moves where that is one.
  fileprivate var onlyMember: ContributionID? { members.count == 1 ? members.first : nil }

  /// The theme that contributions left, or nil.
  fileprivate var source: ThemeID? {
    changes.lazy.compactMap { if case .member(let theme, _, isIn: false) = $0 { theme } else { nil } }.first
  }

  /// The theme before and after it, with the names it had then; as it is called now where the edit did not touch it.
  fileprivate func theme(names: [ThemeID: String]) -> (before: Theme?, after: Theme) {
    for case .theme(let before, let after?) in changes { return (before, after) }
    return (nil, Theme(id: theme, name: names[theme] ?? ""))
  }
}
