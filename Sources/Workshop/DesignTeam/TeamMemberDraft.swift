public import struct Foundation.Date

/// What is filled in of a member of the ontwerpteam, as typed: kept whole when something has to be corrected.
public struct TeamMemberDraft: FormDraft, Hashable {
  /// The fields of the form, in its order.
  public enum Field: String, FormField {
    case role, organisation, lifeDomain, name, email, telephone, consent
  }

  /// The most characters any field may have.
  public static let limit = 160

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// A member as it is, to be changed.
  public init(_ member: TeamMember) {
    self.init(Typed([.role: member.role, .organisation: member.organisation, .lifeDomain: member.lifeDomain ?? ""]))
    guard let contact = member.contact else { return }
    (self[.name], self[.email], self[.telephone], self[.consent]) = (contact.name, contact.email, contact.phone, "true")
  }

  /// What has to be corrected, by field; empty when the draft can become a member.
  ///
  /// Contact data without the tick are refused and never kept; the tick without a name has nothing to allow.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.require(.role)
    for field in Field.allCases { checks.limit(field, to: Self.limit) }
    checks.email(.email)
    checks.telephone(.telephone)
    let hasContact = [Field.name, .email, .telephone].contains { !self[$0].isEmpty }
    if hasContact, !typed.isTicked(.consent) { checks.tell(.needsConsent, .consent) }
    if hasContact || typed.isTicked(.consent) { checks.require(.name) }
    return checks.faults
  }

  /// The same, with what only the traject's own terms can tell.
  public func faults(framework: FrameworkContent) -> [Field: FieldFault] {
    guard !self[.lifeDomain].isEmpty, !framework.knows(self[.lifeDomain], in: .lifeDomains) else { return faults() }
    return faults().merging([.lifeDomain: .unknownChoice]) { own, _ in own }
  }

  /// The member this draft describes, or nil while `faults()` is not empty.
  ///
  /// Contact data that were there before keep their id and the date of the consent; others get `newContact` and `now`.
  public func member(
    id: TeamMemberID, version: Int = 1, replacing contact: Contact? = nil, newContact: ContactID, now: Date
  ) -> TeamMember? {
    guard faults().isEmpty else { return nil }
    let lifeDomain = self[.lifeDomain].isEmpty ? nil : self[.lifeDomain]
    var member = TeamMember(
      id: id, role: self[.role], organisation: self[.organisation], lifeDomain: lifeDomain, version: version)
    guard typed.isTicked(.consent) else { return member }
    member.contact = Contact(
      id: contact?.id ?? newContact, name: self[.name], email: self[.email], phone: self[.telephone],
      consentedAt: contact?.consentedAt ?? now)
    return member
  }
}
