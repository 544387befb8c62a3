import GRDB
public import Workshop

extension Change {
  /// Matches an offer to a request by hand; a match that is there stays.
  ///
  /// Throws `.unknown` where either is not there, `.badReference` where they are no offer and no request.
  public func match(_ offer: ContributionID, to request: ContributionID, by role: JournalEntry.Role) throws {
    try requirePledges(offer, request)
    let link = Link(from: offer, relation: .meets, to: request.rawValue)
    guard try !reader.links(from: offer).contains(link) else { return }
    try save([link], from: .pledge)
    try note(.pledgeMatched, request.rawValue, by: role, ["contribution": offer.rawValue])
  }

  /// Takes a match apart, whoever made it, also one that came along with what was merged; throws `.unknown` where there is
  /// none.
  public func unmatch(_ offer: ContributionID, from request: ContributionID, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: """
        DELETE FROM link WHERE relation = 'meets' AND from_id IN (SELECT value FROM json_each(?))
          AND to_contribution IN (SELECT value FROM json_each(?))
        """,
      arguments: [try StoredJSON.text(reader.family(of: offer)), try StoredJSON.text(reader.family(of: request))])
    guard db.changesCount > 0 else { throw StoreError(offer.rawValue, .unknown) }
    try note(.pledgeUnmatched, request.rawValue, by: role, ["contribution": offer.rawValue])
  }

  private func requirePledges(_ offer: ContributionID, _ request: ContributionID) throws {
    for (id, kind) in [(offer, PledgeKind.offer), (request, .request)] {
      guard let stored = try reader.contribution(id), stored.state != .withdrawn, stored.state != .merged,
        !stored.isSetApart
      else {
        throw StoreError(id.rawValue, .unknown)
      }
      guard stored.pledgeKind == kind else { throw StoreError(id.rawValue, .badReference("pledge")) }
    }
  }
}
