import Foundation
import GRDB
public import Workshop

extension Reader {
  /// A contribution, or nil where there is none with this id.
  public func contribution(_ id: ContributionID) throws -> Contribution? {
    try contributions(where: "id = ?", [id.rawValue]).first
  }

  /// What a withdrawal code belongs to, or nil where it belongs to nothing here.
  public func contribution(of code: WithdrawalCode, in store: TrajectoryStore) throws -> ContributionID? {
    let sql = "SELECT id FROM contribution WHERE withdrawal_hash = ?"
    return try String.fetchOne(db, sql: sql, arguments: [store.hash(of: code).data]).map { ContributionID($0) }
  }

  /// Every contribution, withdrawn ones too, by number; what is set apart for the confidant is in no list but its own.
  public func contributions() throws -> [Contribution] {
    try contributions(where: "hold_ground IS NOT 'confidant'", [])
  }

  /// What a device sent, by number; withdrawn ones belong to nobody any more.
  public func contributions(ownedBy owner: OwnerKey) throws -> [Contribution] {
    try contributions(where: "owner = ?", [owner.bytes.data])
  }

  /// The contributions of a kind that may be shown in the room: released, with the consents it takes, by number.
  public func shownContributions(_ kind: ContributionKind) throws -> [Contribution] {
    try contributions(where: "kind = ? AND state = 'released'", [kind.rawValue]).filter { $0.may(.screen) }
  }

  /// The contributions of a kind that no moderator decided on yet, by number.
  public func waitingContributions(_ kind: ContributionKind) throws -> [Contribution] {
    try contributions(where: "kind = ? AND state = 'waiting'", [kind.rawValue])
  }

  /// The ids of everything that was ever accepted and is stored, in order, once for each time it was accepted.
  public func acknowledgedIDs() throws -> [String] {
    // From the journal, which holds a line for each acceptance: something accepted twice would stand here twice.
    let sql = """
      SELECT contribution.id FROM journal JOIN contribution ON contribution.id = journal.subject
      WHERE journal.kind = 'submitted' ORDER BY journal.sequence
      """
    return try String.fetchAll(db, sql: sql)
  }

  /// A photo, JPEG without metadata, or nil where there is none.
  public func photo(of id: ContributionID) throws -> [UInt8]? {
    try Data.fetchOne(db, sql: "SELECT jpeg FROM photo WHERE contribution = ?", arguments: [id.rawValue]).map(
      Array.init)
  }

  /// Every link between what stands, in the order they were made: what was merged counts where it is carried on, what is set
  /// apart for the confidant has none.
  public func links() throws -> [Link] {
    let apart = "(SELECT id FROM contribution WHERE hold_ground = 'confidant')"
    let shown = try links(
      where: "from_id NOT IN \(apart) AND (to_contribution IS NULL OR to_contribution NOT IN \(apart))", [])
    return try standing().links(shown)
  }

  /// The links that pledges make: what they support, and what they meet; what was merged counts where it is carried on.
  public func pledgeLinks() throws -> [Link] {
    try standing().links(links(where: "from_kind = ?", [ContributionKind.pledge.rawValue]))
  }

  /// What a contribution points to.
  public func links(from id: ContributionID) throws -> [Link] {
    try links(where: "from_id = ?", [id.rawValue])
  }

  /// The success factors that are told by a story's quote.
  public func factors(quoting story: ContributionID) throws -> [ContributionID] {
    let sql = "SELECT from_id FROM link WHERE to_contribution = ? AND relation = ?"
    let arguments: StatementArguments = [story.rawValue, LinkRelation.quotes.rawValue]
    return try String.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments).map { ContributionID($0) }
  }

  /// Whether a device sent a contribution; a withdrawn one belongs to nobody any more.
  public func isOwned(_ id: ContributionID, by owner: OwnerKey) throws -> Bool {
    try self.owner(of: id) == owner.bytes
  }

  func owner(of id: ContributionID) throws -> [UInt8]? {
    try Data.fetchOne(db, sql: "SELECT owner FROM contribution WHERE id = ?", arguments: [id.rawValue]).map(Array.init)
  }

  /// What the released contributions of a kind point to by one relation, in the order of who points.
  public func links(_ relation: LinkRelation, fromReleased kind: ContributionKind) throws -> [Link] {
    try links(
      where: """
        relation = ? AND from_id IN (SELECT id FROM contribution WHERE kind = ? AND state = 'released')
        """, [relation.rawValue, kind.rawValue])
  }

  /// What points to a contribution by one relation, or to what was merged into it.
  public func links(_ relation: LinkRelation, to id: ContributionID) throws -> [Link] {
    try links(
      where: "to_contribution IN (\(Self.family)) AND relation = :relation",
      ["id": id.rawValue, "relation": relation.rawValue])
  }

  private func links(where condition: String, _ arguments: StatementArguments) throws -> [Link] {
    let sql =
      "SELECT from_id, relation, coalesce(to_contribution, to_theme) AS target FROM link WHERE \(condition) ORDER BY number"
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).compactMap(Link.init(row:))
  }

  func contributions(where condition: String, _ arguments: StatementArguments) throws -> [Contribution] {
    // What was told before gatherings had ids belongs to the first one. The set is made once a query, not once a row.
    let sql = """
      SELECT contribution.*, coalesce(
        contribution.gathering, (SELECT gathering.id FROM gathering ORDER BY gathering.position LIMIT 1)
      ) IN (
        SELECT gathering.id FROM gathering WHERE json_extract(gathering.body, '$.audience') IN (\(Self.minors))
      ) AS is_among_minors
      FROM contribution WHERE \(condition) ORDER BY number
      """
    let statement = try db.cachedStatement(sql: sql)
    let places = ColumnPlaces(statement)
    return try Array(
      Row.fetchCursor(statement, arguments: arguments).map { try Contribution(row: NamedRow(row: $0, places: places)) })
  }

  /// The audiences of minors, as a list in SQL; their names are our own and hold no quotes.
  private static let minors = GatheringAudience.allCases.filter(\.isMinors).map { "'\($0.rawValue)'" }
    .joined(separator: ", ")
}

extension Link {
  init?(row: Row) {
    guard let relation = LinkRelation(rawValue: row["relation"]) else { return nil }
    self.init(from: ContributionID(row["from_id"] as String), relation: relation, to: row["target"])
  }
}

extension Contribution {
  fileprivate init(row: NamedRow) throws {
    let id = ContributionID(row["id"] as String)
    guard let kind = ContributionKind(rawValue: row["kind"]), let state = ContributionState(rawValue: row["state"])
    else {
      throw WorkshopError(.contribution(id), cause: .damagedBody)
    }
    self.init(
      id: id, number: row["number"], kind: kind, step: StepID(row["step"] as String), state: state,
      origin: Origin(
        route: EntryRoute(rawValue: row["route"]) ?? .phone, table: row["table_label"],
        language: Language(rawValue: row["language"]) ?? .dutch, isLate: row["is_late"],
        gathering: (row["gathering"] as String?).map { GatheringID($0) },
        isAmongMinors: (row["is_among_minors"] as Bool?) ?? false),
      teller: Teller(
        groups: try JSONTextReader.list(row["groups"]), consents: try Self.consents(row["consents"]),
        hasGuardianConsent: row["has_guardian_consent"]),
      body: try JSONTextReader.body(row["body"]), hasPhoto: row["has_photo"], isPhotoAllowed: row["is_photo_allowed"],
      version: row["version"],
      holdGround: (row["hold_ground"] as String?).flatMap(HoldGround.init), holdReason: row["hold_reason"],
      mergedInto: (row["merged_into"] as String?).map { ContributionID($0) },
      splitFrom: (row["split_from"] as String?).map { ContributionID($0) }, toldVersion: row["told_version"],
      createdAt: Date(milliseconds: row["created_at"]),
      updatedAt: Date(milliseconds: row["updated_at"]))
  }

  private static func consents(_ text: String) throws -> Set<Consent> {
    Set(
      try JSONTextReader.list(text).map { name in
        guard let consent = Consent(rawValue: name) else { throw StoreError("row", .damaged) }
        return consent
      })
  }
}

extension [UInt8] {
  /// As a column takes it.
  var data: Data { Data(self) }
}
