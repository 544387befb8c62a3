public import struct Foundation.Date

/// What is filled in of a member of the ontwerpteam, as typed: kept whole when something has to be corrected.
public struct TeamMemberDraft: Hashable, Sendable {
  /// The fields of the form, in its order; the raw values are the names in the form.
  public enum Field: String, CaseIterable, Sendable {
    case role, organisation, lifeDomain, name, email, phone, consent
  }

  /// The most characters any field may have.
  public static let limit = 160

  private var values: [Field: String]

  /// An empty draft, or one with the values of a form; `consent` is given where it is not empty.
  public init(_ values: [Field: String] = [:]) {
    self.values = values
  }

  /// A member as it is, to be changed.
  public init(_ member: TeamMember) {
    values = [.role: member.role, .organisation: member.organisation, .lifeDomain: member.lifeDomain ?? ""]
    if let contact = member.contact {
      values.merge(
        [.name: contact.name, .email: contact.email, .phone: contact.phone, .consent: "true"]) { $1 }
    }
  }

  /// What was typed, without spaces around it; empty where nothing was.
  public subscript(field: Field) -> String {
    get { (values[field] ?? "").printable.trimmingSpaces() }
    set { values[field] = newValue }
  }

  /// What has to be corrected, by field; empty when the draft can become a member.
  ///
  /// Contact data without the tick is refused and never kept; the tick without a name has nothing to allow.
  public func faults(framework: FrameworkContent) -> [Field: FieldFault] {
    var faults: [Field: FieldFault] = [:]
    if self[.role].isEmpty { faults[.role] = .missing }
    if !self[.lifeDomain].isEmpty, !framework.knows(self[.lifeDomain], in: .lifeDomains) {
      faults[.lifeDomain] = .unknownChoice
    }
    if !self[.email].isEmpty, !Self.isAddress(self[.email]) { faults[.email] = .notAnEmail }
    if !self[.phone].isEmpty, !Self.isNumber(self[.phone]) { faults[.phone] = .notAPhone }
    let hasContact = [Field.name, .email, .phone].contains { !self[$0].isEmpty }
    if hasContact, self[.consent].isEmpty { faults[.consent] = .needsConsent }
    if hasContact || !self[.consent].isEmpty, self[.name].isEmpty { faults[.name] = .missing }
    for field in Field.allCases {
      if let fault = FieldDefinition.lengthFault(of: self[field], limit: Self.limit) { faults[field] = fault }
    }
    return faults
  }

  /// The member this draft describes, or nil while there are faults.
  ///
  /// Contact data that was there before keeps its id and the date of its consent.
  public func member(
    id: TeamMemberID, version: Int = 1, framework: FrameworkContent, contact: Contact? = nil, newContact: ContactID,
    now: Date
  ) -> TeamMember? {
    guard faults(framework: framework).isEmpty else { return nil }
    let lifeDomain = self[.lifeDomain].isEmpty ? nil : self[.lifeDomain]
    var member = TeamMember(
      id: id, role: self[.role], organisation: self[.organisation], lifeDomain: lifeDomain, version: version)
    guard !self[.consent].isEmpty else { return member }
    member.contact = Contact(
      id: contact?.id ?? newContact, name: self[.name], email: self[.email], phone: self[.phone],
      consentedAt: contact?.consentedAt ?? now)
    return member
  }

  /// Something before one @ and a name with a dot behind it; whether it exists only a message can tell.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !text.contains(where: \.isWhitespace) else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
  }

  /// Digits with what people put between them.
  private static func isNumber(_ text: String) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isNumber || " +/.()-".contains($0)) }
      && (8...15).contains(text.count { $0.isNumber })
  }
}
