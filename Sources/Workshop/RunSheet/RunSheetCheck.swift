/// Something in a run sheet that deserves a second look.
public struct RunSheetCheck: Hashable, Sendable {
  /// What is looked at; the words are in the catalogue (`runSheet.checks.…`).
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// An item runs into the fixed hour of the next.
    case overlap
    /// The last item ends later than was agreed.
    case endsLate
    /// More than two hours without a break.
    case noBreak
    /// A workday without Doen, and without a place where Doen goes to the ontwerpteam.
    case noDestiny
    /// A step on the phones while the projector shows something that does not belong to it.
    case noScene
    /// Something goes on past midnight.
    case pastMidnight
  }

  /// What is the matter.
  public let kind: Kind
  /// The item it is about, or nil for the whole.
  public let item: RunSheetItemID?
  /// What fills the sentence.
  let values: [String: String]

  /// Whether the day cannot go like this; else it is advice.
  public var isError: Bool { kind == .overlap || kind == .pastMidnight }

  /// What to say about it.
  public func text(_ words: Catalogue) -> String { words("runSheet.checks.\(kind.rawValue)", values) }
}
