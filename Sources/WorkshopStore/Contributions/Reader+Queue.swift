import GRDB
public import Workshop

extension Reader {
  /// A part of what a filter lets through, in order of number; after `number` where one is named.
  ///
  /// Its cost grows with `limit` and not with what is stored: each kind and state is read in order from its index, and no
  /// further than the part reaches.
  public func contributions(
    _ filter: ContributionFilter, _ order: ListOrder, after number: Int64? = nil, limit: Int
  ) throws -> [Contribution] {
    try contributions(numbered: numbers(filter, order, after: number, limit: limit), order)
  }

  /// The contributions of a kind that may be shown in the room, the newest at most `limit` of them, by number.
  public func shownContributions(_ kind: ContributionKind, newest limit: Int) throws -> [Contribution] {
    var (shown, last): ([Contribution], Int64?) = ([], nil)
    while shown.count < limit {
      // Most tellers consent, so that one look is nearly always enough.
      let filter = ContributionFilter(states: [.released], kinds: [kind])
      let part = try contributions(filter, .newestFirst, after: last, limit: max(64, limit))
      shown += part.filter { $0.may(.screen) }.prefix(limit - shown.count)
      guard part.count == max(64, limit) else { break }
      last = part.last?.number
    }
    return shown.reversed()
  }

  /// How many contributions of each kind are in each state; those without any are left out.
  public func contributionCountsByState() throws -> [ContributionKind: [ContributionState: Int]] {
    var counts: [ContributionKind: [ContributionState: Int]] = [:]
    for (sql, sign) in [(Self.allCounts, 1), (Self.confidantCounts, -1)] {
      for row in try Row.fetchAll(db.cachedStatement(sql: sql)) {
        guard let kind = ContributionKind(rawValue: row["kind"]), let state = ContributionState(rawValue: row["state"])
        else { continue }
        counts[kind, default: [:]][state, default: 0] += sign * row["n"]
      }
    }
    return counts.mapValues { $0.filter { $0.value > 0 && $0.key != .withdrawn } }.filter { !$0.value.isEmpty }
  }

  /// Counted from the index alone.
  static let allCounts = "SELECT kind, state, count(*) AS n FROM contribution GROUP BY kind, state"

  static let confidantCounts = """
    SELECT kind, state, count(*) AS n FROM contribution
    WHERE hold_ground = '\(HoldGround.confidant.rawValue)' GROUP BY kind, state
    """

  /// How many a filter lets through.
  public func contributionCount(_ filter: ContributionFilter) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM contribution WHERE \(filter.condition)") ?? 0
  }

  /// The contribution of a number, or nil where a filter lets none through.
  public func contribution(numbered number: Int64, _ filter: ContributionFilter) throws -> Contribution? {
    try contributions(where: "number = ? AND \(filter.condition)", [number]).first
  }

  /// Some contributions by their ids, by number; an id that is not there is left out.
  public func contributions(ids: [ContributionID]) throws -> [Contribution] {
    guard !ids.isEmpty else { return [] }
    return try contributions(where: "id IN (SELECT value FROM json_each(?))", [try StoredJSON.text(ids)])
  }

  /// Some contributions by their numbers; a number that is not there is left out.
  public func contributions(numbered numbers: [Int64], _ order: ListOrder) throws -> [Contribution] {
    guard !numbers.isEmpty else { return [] }
    let found = try contributions(
      where: "number IN (SELECT value FROM json_each(?))", [try StoredJSON.text(numbers)])
    return order == .oldestFirst ? found : found.reversed()
  }

  private func numbers(
    _ filter: ContributionFilter, _ order: ListOrder, after number: Int64?, limit: Int
  ) throws -> [Int64] {
    let arguments: StatementArguments = ["after": number ?? (order == .oldestFirst ? 0 : .max), "limit": limit]
    return try Int64.fetchAll(db.cachedStatement(sql: Self.numbers(filter, order)), arguments: arguments)
  }

  static func numbers(_ filter: ContributionFilter, _ order: ListOrder) -> String {
    let (beyond, direction) = order == .oldestFirst ? (">", "ASC") : ("<", "DESC")
    let branches = filter.pairs.map { kind, state in
      // Only what is held has a ground, and only a row that needs it is looked up.
      let besides = state == .held || filter.isLoose ? " AND \(filter.besides)" : ""
      return """
        SELECT * FROM (
          SELECT number FROM contribution
          WHERE kind = '\(kind.rawValue)' AND state = '\(state.rawValue)' AND number \(beyond) :after\(besides)
          ORDER BY number \(direction) LIMIT :limit
        )
        """
    }
    guard !branches.isEmpty else {
      return "SELECT number FROM contribution WHERE FALSE AND number <> :after LIMIT :limit"
    }
    return branches.joined(separator: " UNION ALL ") + " ORDER BY number \(direction) LIMIT :limit"
  }
}
