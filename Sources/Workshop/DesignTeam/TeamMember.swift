public import struct Foundation.Date

/// The id of a member of the ontwerpteam.
public typealias TeamMemberID = Identifier<TeamMember>

/// A key person in the ontwerpteam (sleutelfiguur, seed 001), known by role and organisation.
///
/// Who it is by name stands apart, in `contact`, and only where the member agreed to that.
public struct TeamMember: Hashable, Sendable, Identifiable {
  /// Made by the page that adds the member.
  public let id: TeamMemberID
  /// What someone is here, for example "coördinator" or "ouder".
  public var role: String
  /// The organisation, or empty: a parent comes for no organisation.
  public var organisation: String
  /// A term of `lifeDomains`, or nil where none was chosen.
  public var lifeDomain: String?
  /// How to reach the member, or nil without consent.
  public var contact: Contact?
  /// 1 at first; counts up with every edit.
  public var version: Int

  /// Makes a member of parts that were validated before.
  public init(
    id: TeamMemberID, role: String, organisation: String = "", lifeDomain: String? = nil, contact: Contact? = nil,
    version: Int = 1
  ) {
    self.id = id
    self.role = role
    self.organisation = organisation
    self.lifeDomain = lifeDomain
    self.contact = contact
    self.version = version
  }
}

/// The id of contact data.
public typealias ContactID = Identifier<Contact>

/// How someone wants to be reached: kept apart, with consent, and never linked to a story (DOMAIN).
///
/// It is not `Codable`, so that it ends up in no document and no record by accident.
public struct Contact: Hashable, Sendable, Identifiable {
  /// Made with it; says nothing of the person.
  public let id: ContactID
  /// The name the person chose.
  public var name: String
  /// The e-mail address, or empty.
  public var email: String
  /// The telephone number, or empty.
  public var phone: String
  /// When the person agreed to being kept.
  public var consentedAt: Date

  /// Makes contact data of parts that were validated before.
  public init(id: ContactID, name: String, email: String = "", phone: String = "", consentedAt: Date) {
    self.id = id
    self.name = name
    self.email = email
    self.phone = phone
    self.consentedAt = consentedAt
  }
}
