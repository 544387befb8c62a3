import GRDB
import Workshop

extension Change {
  /// Stores the links of a contribution; throws `.badReference` with the relation where a target does not fit, `.gone`
  /// where a reason speaks of a proposal that was taken back.
  func save(_ links: [Link], from kind: ContributionKind) throws {
    for link in links {
      guard let target = try target(of: link, from: kind) else {
        // A reason is written on a phone while its proposal may be taken back: not its writer's fault.
        if link.relation == .reasonFor, try reader.wasReleased(ContributionID(link.to)) {
          throw StoreError(link.to, .gone)
        }
        throw StoreError(link.from.rawValue, .badReference(link.relation.rawValue))
      }
      let isTheme = target == .theme
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO link (from_id, from_kind, relation, to_contribution, to_kind, to_theme) VALUES (?, ?, ?, ?, ?, ?)
          """)
      try statement.execute(arguments: [
        link.from.rawValue, kind.rawValue, link.relation.rawValue, isTheme ? nil : link.to, target.rawValue,
        isTheme ? link.to : nil,
      ])
    }
  }

  /// Removes the links a contribution makes itself; the themes a facilitator put it in stay, and so do the requests a
  /// facilitator matched an offer to.
  func removeOwnLinks(of stored: Contribution) throws {
    try db.execute(
      sql: """
        DELETE FROM link WHERE from_id = ? AND relation <> 'belongsTo'
          AND (relation <> 'meets' OR to_contribution IN (SELECT value FROM json_each(?)))
        """,
      arguments: [stored.id.rawValue, try StoredJSON.text(stored.list("meets"))])
  }

  private func target(of link: Link, from kind: ContributionKind) throws -> LinkTarget? {
    for target in link.relation.targets(from: kind) {
      switch target {
      case .theme:
        if try exists("SELECT 1 FROM theme WHERE id = ?", [link.to]) { return target }
      case .contribution(let kind):
        let sql = "SELECT 1 FROM contribution WHERE id = ? AND kind = ? AND state <> 'withdrawn'"
        guard try exists(sql, [link.to, kind.rawValue]) else { continue }
        // What is met is a request, whatever else a pledge may be.
        let isRequest =
          try link.relation != .meets || reader.contribution(ContributionID(link.to))?.pledgeKind == .request
        if isRequest { return target }
      }
    }
    return nil
  }

  func exists(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
    try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments) != nil
  }
}
