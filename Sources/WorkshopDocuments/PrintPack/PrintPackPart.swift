public import Workshop

/// What the print pack is made of, in the order it is printed; each part can also be had by itself.
public enum PrintPackPart: String, CaseIterable, Sendable, Codable {
  /// The draaiboek of each gathering: an overview for the wall, then the full script.
  case runSheets = "run-sheets"
  /// The poster at the door: Wi-Fi, QR, address and code.
  case poster
  /// A card to fold for each table.
  case tableCards = "table-cards"
  /// Who sits where, once tables were made: a list for the wall, a card for each table, and which badge goes to whom.
  case tablePlan = "table-plan"
  /// The interview guide (interviewleidraad).
  case guideAdults = "guide-adults"
  /// The same for children, with pictures.
  case guideChildren = "guide-children"
  /// Story forms on paper, each with a code of its own.
  case storyForms = "story-forms"
  /// Badges with a number.
  case badges
  /// The card that goes home with the teller of a story form.
  case withdrawalCards = "withdrawal-cards"
  /// The facilitator's checklist.
  case checklist

  /// What it is called.
  public func name(_ words: Catalogue) -> String { words["printPack.parts.\(rawValue).name"] }

  /// How many to print, and how.
  public func help(_ words: Catalogue) -> String { words["printPack.parts.\(rawValue).help"] }
}
