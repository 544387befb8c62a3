import Workshop
import WorkshopStore

/// What a card tells a moderator besides what was said.
struct ModerationView: Encodable, Sendable {
  struct Other: Encodable, Sendable {
    let id: ContributionID
    let number: Int64
  }

  /// What may identify somebody in it; only while nobody decided to show it.
  let hints: [HintView]
  /// The answers as their teller gave them, where they were reworded since.
  @OrNull var told: [DetailView]?
  /// The one that carries it on; null where that is set apart for the confidant.
  @OrNull var mergedInto: Other?
  /// The one it was split from; null where that is set apart for the confidant.
  @OrNull var splitFrom: Other?
  /// The numbers of what was merged into it.
  let merged: [Int64]
}

/// A place in a text that may identify somebody.
struct HintView: Encodable, Sendable {
  let field: FieldID
  /// The criterion or the question, where the field has several; its place is then not one in the field's own text.
  @OrNull var part: String?
  let kind: IdentifyingHint.Kind
  /// Counted in UTF-16, as browsers do.
  let start: Int
  let length: Int
  let text: String
}

extension Views {
  /// What a moderator needs to know of a contribution besides what was said.
  func moderation(of contribution: Contribution) throws -> ModerationView {
    func other(_ id: ContributionID?) throws -> ModerationView.Other? {
      guard let other = try id.flatMap({ try reader.contribution($0) }), !other.isSetApart else { return nil }
      return .init(id: other.id, number: other.number)
    }
    let told = try reader.toldBody(of: contribution).map { body in
      var told = contribution
      told.body = body
      return changed(details(of: told, tiers: [.core, .more, .coding]), from: contribution)
    }
    let isUndecided = contribution.state == .waiting || contribution.state == .held
    return ModerationView(
      hints: isUndecided ? room.hints(in: contribution, terms.trajectory) : [], told: told,
      mergedInto: try other(contribution.mergedInto), splitFrom: try other(contribution.splitFrom),
      merged: mergedNumbers[contribution.id] ?? [])
  }

  private func changed(_ told: [DetailView], from contribution: Contribution) -> [DetailView] {
    let now = details(of: contribution, tiers: [.core, .more, .coding])
    return told.filter { one in !now.contains { $0.id == one.id && $0.value == one.value } }
  }
}
