import Foundation

extension TermList {
  /// The lists a traject may change: those whose answers carry no rule of the product.
  ///
  /// The others (stances, pledges, answers to a criterion, the roles of seed 004) are what scenes, checks and reports count.
  public static let editable: [TermList] = [
    .buildingBlocks, .workingPrinciples, .accessibilityCriteria, .workLevels, .lifeDomains, .ages, .resources,
    .participationModes, .stakeholderGroups, .proposalChecklist, .inclusionQuestions,
  ]
}

extension FrameworkContent {
  /// Moves a term up (negative) or down within its list; at the end of the list it stays where it is.
  public mutating func move(_ id: String, in list: TermList, by places: Int) {
    guard var terms = lists[list], let place = terms.firstIndex(where: { $0.id == id }) else { return }
    let term = terms.remove(at: place)
    terms.insert(term, at: Swift.min(Swift.max(place + places, 0), terms.count))
    lists[list] = terms
  }

  /// Adds a term of the traject's own; its id is made from its label.
  ///
  /// Returns false, and changes nothing, where the label leaves no letter for an id or another term has it.
  public mutating func add(label: String, description: String, to list: TermList) -> Bool {
    let id = Self.id(from: label)
    guard !id.isEmpty, !knows(id, in: list) else { return false }
    lists[list, default: []].append(
      Term(id, ownLabel: label, ownDescription: description.isEmpty ? nil : description))
    return true
  }

  /// Takes a term away; one that ships with the product is only ever switched off.
  public mutating func remove(_ id: String, from list: TermList, words: Catalogue) {
    guard !Self.isShipped(id, in: list, words: words) else { return }
    lists[list]?.removeAll { $0.id == id }
  }

  /// Whether the catalogue has words for a term.
  public static func isShipped(_ id: String, in list: TermList, words: Catalogue) -> Bool {
    words.text(for: "terms.\(list.rawValue).\(id).label") != nil
  }

  /// Small letters, digits and dashes.
  private static func id(from label: String) -> String {
    let plain = label.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "nl_BE"))
    let parts = plain.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return String(parts.joined(separator: "-").prefix(60))
  }
}

/// What is filled in about one term, as typed.
public struct TermDraft: FormDraft, Hashable {
  /// The fields of the row.
  public enum Field: String, FormField {
    case enabled, label, description
  }

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// A term as forms show it now, to be changed.
  public init(_ term: Term, in list: TermList, of framework: FrameworkContent, words: Catalogue) {
    self.init(
      Typed([
        .enabled: term.isEnabled ? "true" : "", .label: framework.label(of: term.id, in: list, words: words),
        .description: framework.description(of: term.id, in: list, words: words) ?? "",
      ]))
  }

  /// What has to be corrected.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.require(.label)
    checks.limit(.label, to: 80)
    checks.limit(.description, to: 500)
    return checks.faults
  }

  /// The term this describes: a text that is the catalogue's own is not kept, so that it follows the reader's language.
  public func term(_ id: String, in list: TermList, words: Catalogue) -> Term {
    let key = "terms.\(list.rawValue).\(id)"
    func own(_ text: String, _ name: String) -> String? {
      text == words.text(for: "\(key).\(name)") ?? "" ? nil : text
    }
    return Term(
      id, isEnabled: typed.isTicked(.enabled), ownLabel: own(self[.label], "label"),
      ownDescription: own(self[.description], "description"))
  }
}
