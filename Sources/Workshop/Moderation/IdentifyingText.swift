import Foundation

/// Looks for what may identify somebody in Dutch text as people type it: names, numbers, addresses.
///
/// It knows no grammar and no person; what it finds and misses on a labelled list is measured by its tests. Words of the
/// traject itself (its house, municipalities, place and organisation) are no hint.
public struct IdentifyingText: Sendable {
  private let names: NameSearch

  /// A search that passes over the words of a traject.
  public init(sparing trajectory: Trajectory) {
    self.init(
      sparing: [trajectory.house, trajectory.place, trajectory.controller.organisation] + trajectory.municipalities)
  }

  /// A search that passes over words.
  public init(sparing texts: [String]) {
    names = NameSearch(sparing: texts)
  }

  /// The hints in a text, in its order; where two overlap, the longer one.
  public func hints(in text: String) -> [IdentifyingHint] {
    if text.isEmpty { return [] }
    let string = NSString(string: text)
    // Most texts have no figure in them, and nothing of the kind can be there then.
    let hasFigure = text.utf8.contains { (0x30...0x39).contains($0) }
    let patterns = hasFigure ? HintPattern.all : HintPattern.all.filter { $0.kind == .online }
    let found = patterns.flatMap { $0.hints(in: string, sparing: names.isOwn) } + names.hints(in: string)
    let byLength = found.sorted { ($1.length, $0.start) < ($0.length, $1.start) }
    return byLength.reduce(into: [IdentifyingHint]()) { kept, hint in
      if !kept.contains(where: { $0.start < hint.end && hint.start < $0.end }) { kept.append(hint) }
    }.sorted { $0.start < $1.start }
  }

  /// The hints in every free text of a contribution, by where it stands.
  public func hints(in contribution: Contribution) -> [(place: FreeText.Place, hint: IdentifyingHint)] {
    contribution.freeTexts.flatMap { text in hints(in: text.text).map { (text.place, $0) } }
  }
}
