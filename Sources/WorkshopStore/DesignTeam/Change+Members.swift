import GRDB
public import Workshop

extension Change {
  /// Adds a member after those that are there; the same member added again changes nothing.
  public func add(_ member: TeamMember, by role: JournalEntry.Role) throws {
    guard try !isStored(member.id) else { return }
    try save(member.contact)
    try db.execute(
      sql: """
        INSERT INTO team_member (id, position, organisation, role, life_domain, contact)
        VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM team_member), ?, ?, ?, ?)
        """,
      arguments: [
        member.id.rawValue, member.organisation, member.role, member.lifeDomain ?? "", member.contact?.id.rawValue,
      ])
    try note(.teamChanged, member.id.rawValue, by: role, ["action": "added"])
  }

  /// Changes a member and the contact data, which go where the member has none any more.
  ///
  /// Throws `.unknown` where there is no such member, `.conflict` where it was changed since the version it was read at.
  public func change(_ member: TeamMember, by role: JournalEntry.Role) throws {
    try save(member.contact)
    let former = try contact(of: member.id)
    try db.execute(
      sql: """
        UPDATE team_member SET organisation = ?, role = ?, life_domain = ?, contact = ?, version = version + 1
        WHERE id = ? AND version = ?
        """,
      arguments: [
        member.organisation, member.role, member.lifeDomain ?? "", member.contact?.id.rawValue, member.id.rawValue,
        member.version,
      ])
    guard db.changesCount == 1 else { throw try refusal(of: member.id.rawValue, isThere: isStored(member.id)) }
    if let former, former != member.contact?.id { try erase(former) }
    try note(.teamChanged, member.id.rawValue, by: role, ["action": "changed"])
  }

  /// Deletes a member's contact data for good and leaves the member; without any it changes nothing.
  public func removeContact(of member: TeamMemberID, by role: JournalEntry.Role) throws {
    guard let contact = try contact(of: member) else { return }
    // Its form may stand open elsewhere, and would put the data back.
    try db.execute(
      sql: "UPDATE team_member SET contact = NULL, version = version + 1 WHERE id = ?", arguments: [member.rawValue])
    try erase(contact)
    try note(.teamChanged, member.rawValue, by: role, ["action": "contactRemoved"])
  }

  /// Takes a member out of the team with the contact data; tasks name an owner in words and stay.
  public func remove(_ member: TeamMemberID, by role: JournalEntry.Role) throws {
    let contact = try contact(of: member)
    try db.execute(sql: "DELETE FROM team_member WHERE id = ?", arguments: [member.rawValue])
    guard db.changesCount == 1 else { return }
    if let contact { try erase(contact) }
    try note(.teamChanged, member.rawValue, by: role, ["action": "removed"])
  }

  private func isStored(_ id: TeamMemberID) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT 1 FROM team_member WHERE id = ?", arguments: [id.rawValue]) ?? false
  }

  private func contact(of member: TeamMemberID) throws -> ContactID? {
    let sql = "SELECT contact FROM team_member WHERE id = ? AND contact IS NOT NULL"
    return try String.fetchOne(db, sql: sql, arguments: [member.rawValue]).map { ContactID($0) }
  }

  private func save(_ contact: Contact?) throws {
    guard let contact else { return }
    try db.execute(
      sql: """
        INSERT INTO contact (id, name, email, phone, consented_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone
        """,
      arguments: [
        contact.id.rawValue, contact.name, contact.email, contact.phone, contact.consentedAt.milliseconds,
      ])
  }

  private func erase(_ contact: ContactID) throws {
    try db.execute(sql: "DELETE FROM contact WHERE id = ?", arguments: [contact.rawValue])
    batch.hasErased = true
  }

  /// Why a row of a version could not be changed.
  func refusal(of id: String, isThere: Bool) -> StoreError { StoreError(id, isThere ? .conflict : .unknown) }
}
