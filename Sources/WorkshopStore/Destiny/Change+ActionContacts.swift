import GRDB
public import Workshop

extension Change {
  /// Keeps how somebody wants to be reached about an action, under the id their phone made; nothing ties it to the phone.
  ///
  /// The same again replaces it, so that a mistake can be mended. Throws `.notEditable` once the day is closed, `.unknown`
  /// for no action the room may see, `.conflict` for an id that is somebody else's.
  public func leave(_ contact: Contact, with action: ContributionID) throws {
    guard try batch.room(db).closedAt == nil else { throw StoreError("contact", .notEditable) }
    guard let stored = try reader.contribution(action), stored.kind == .action, stored.may(.screen) else {
      throw StoreError(action.rawValue, .unknown)
    }
    let known = try String.fetchOne(
      db, sql: "SELECT action FROM action_contact WHERE contact = ?", arguments: [contact.id.rawValue])
    guard try known == action.rawValue || !exists("SELECT 1 FROM contact WHERE id = ?", [contact.id.rawValue]) else {
      throw StoreError(contact.id.rawValue, .conflict)
    }
    try db.execute(
      sql: """
        INSERT INTO contact (id, name, email, phone, consented_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone,
          consented_at = excluded.consented_at
        """,
      arguments: [
        contact.id.rawValue, contact.name, contact.email, contact.phone, contact.consentedAt.milliseconds,
      ])
    try db.execute(
      sql: "INSERT OR IGNORE INTO action_contact (contact, action) VALUES (?, ?)",
      arguments: [contact.id.rawValue, action.rawValue])
    // Without the contact's id: the journal stays, and must not say who was once to be reached.
    try note(.contactLeft, action.rawValue, by: .participant)
  }

  /// Erases for good how somebody wanted to be reached; throws `.unknown` where there is nothing under that id.
  public func eraseContact(_ contact: ContactID, by role: JournalEntry.Role) throws {
    let sql = "SELECT action FROM action_contact WHERE contact = ?"
    guard let action = try String.fetchOne(db, sql: sql, arguments: [contact.rawValue]) else {
      throw StoreError(contact.rawValue, .unknown)
    }
    try db.execute(sql: "DELETE FROM action_contact WHERE contact = ?", arguments: [contact.rawValue])
    try db.execute(sql: "DELETE FROM contact WHERE id = ?", arguments: [contact.rawValue])
    batch.hasErased = true
    try note(.contactErased, action, by: role)
  }

  /// Erases whom to reach about an action, with the action.
  func eraseContacts(of action: ContributionID) throws {
    let sql = "SELECT contact FROM action_contact WHERE action = ?"
    let contacts = try String.fetchAll(db, sql: sql, arguments: [action.rawValue])
    try db.execute(sql: "DELETE FROM action_contact WHERE action = ?", arguments: [action.rawValue])
    for contact in contacts { try db.execute(sql: "DELETE FROM contact WHERE id = ?", arguments: [contact]) }
  }
}

extension Reader {
  /// Whom to reach about an action and what was merged into it, by name; for the facilitator alone.
  public func contacts(of action: ContributionID) throws -> [Contact] {
    let sql = """
      SELECT contact.* FROM contact JOIN action_contact ON action_contact.contact = contact.id
      WHERE action_contact.action IN (\(Self.family)) ORDER BY contact.name, contact.id
      """
    return try Row.fetchAll(db, sql: sql, arguments: ["id": action.rawValue]).map { row in
      Contact(
        id: ContactID(row["id"] as String), name: row["name"], email: row["email"], phone: row["phone"],
        consentedAt: .init(milliseconds: row["consented_at"]))
    }
  }
}
