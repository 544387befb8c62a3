/// The fields of one kind of contribution and the consents its teller is asked for.
public struct FormDefinition: Hashable, Sendable, Codable {
  /// The kind of contribution it makes.
  public let kind: ContributionKind
  /// The fields, in the order they are asked.
  public let fields: [FieldDefinition]
  /// The consents that are asked, each its own tick, unticked.
  public let consents: [Consent]

  /// Defines a form.
  public init(kind: ContributionKind, fields: [FieldDefinition], consents: [Consent] = [.screen, .report]) {
    self.kind = kind
    self.fields = fields
    self.consents = consents
  }

  /// The definition of a field, or nil where the form does not have it.
  public func field(_ id: FieldID) -> FieldDefinition? {
    fields.first { $0.id == id }
  }

  /// The fields only the teller can answer, asked when the text is read back; none where it is sent without that.
  ///
  /// A story that was taken down is read by whoever told it before it goes. A child's is not: it tells to a facilitator.
  public var askedOnReadingBack: [FieldID] { field("recognisable") == nil ? [] : ["recognisable"] }

  /// The parts of a long form, in order; empty where it is short.
  public var sections: [FieldDefinition.Section] {
    fields.reduce(into: []) { sections, field in
      if let section = field.section, sections.last != section { sections.append(section) }
    }
  }

  /// The whole form of a kind of contribution; a step may ask a few of its fields only.
  public static func of(_ kind: ContributionKind) -> FormDefinition {
    switch kind {
    case .story: .story
    case .successFactor: .successFactor
    case .dream: .dream
    case .proposal: .proposal
    case .stanceReason: .stanceReason
    case .action: .action
    case .pledge: .pledge
    case .evaluation: .evaluation
    }
  }
}
