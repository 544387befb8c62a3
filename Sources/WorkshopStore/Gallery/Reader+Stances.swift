import Foundation
import GRDB
public import Workshop

extension Reader {
  /// Every stance, without who took it; what was taken on something merged stands with what carries it on.
  public func stances() throws -> [Stance] {
    try countedStances("TRUE", []).withoutTakers
  }

  /// The stances on one proposal, without who took them; what was taken on something merged into it among them.
  public func stances(on proposal: ContributionID) throws -> [Stance] {
    let family = try family(of: proposal)
    guard family.count <= 1 else {
      let members = try StoredJSON.text(family)
      return try countedStances("proposal IN (SELECT value FROM json_each(?))", [members]).withoutTakers
    }
    // Hundreds of people stand in a few places: each place is read once.
    let sql = """
      SELECT proposal, position, groups, count(*) AS people FROM stance WHERE proposal = ?
      GROUP BY position, groups ORDER BY position, groups
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [proposal.rawValue]).flatMap { row in
      try Stance(row: row).map { Array(repeating: $0, count: row["people"]) } ?? []
    }
  }

  /// The stances a device took, with the person on it.
  public func stances(of owner: OwnerKey) throws -> [(person: Int, stance: Stance)] {
    try countedStances("voter = ?", [owner.bytes.data]).map { ($0.place.person, $0.stance) }
  }

  /// By person and proposal, each person once on each proposal that stands.
  private func countedStances(_ condition: String, _ arguments: StatementArguments) throws -> [CountedStance] {
    let standing = try standing()
    let sql = """
      SELECT voter, person, proposal, position, groups FROM stance WHERE \(condition) ORDER BY voter, person, proposal
      """
    var (counted, indices): ([CountedStance], [CountedStance.Place: Int]) = ([], [:])
    for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
      guard let taken = try Stance(row: row) else { continue }
      let stance = Stance(proposal: standing(for: taken.proposal), position: taken.position, groups: taken.groups)
      let place = CountedStance.Place(voter: row["voter"], person: row["person"], proposal: stance.proposal)
      let one = CountedStance(
        place: place, stance: stance, order: [stance.proposal.rawValue, stance.position.rawValue, row["groups"]])
      guard let index = indices[place] else {
        indices[place] = counted.count
        counted.append(one)
        continue
      }
      // Whoever took a stance on the proposal that stands meant that one.
      if taken.proposal == stance.proposal { counted[index] = one }
    }
    return counted
  }
}

/// A stance that counts, with who took it.
private struct CountedStance {
  struct Place: Hashable {
    let voter: Data
    let person: Int
    let proposal: ContributionID
  }

  let place: Place
  let stance: Stance
  /// What it is sorted by.
  let order: [String]
}

extension [CountedStance] {
  /// In an order that does not tell whose they are.
  fileprivate var withoutTakers: [Stance] {
    sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.stance)
  }
}

extension Stance {
  init?(row: Row) throws {
    guard let position = StancePosition(rawValue: row["position"]) else { return nil }
    self.init(
      proposal: ContributionID(row["proposal"] as String), position: position,
      groups: try JSONTextReader.list(row["groups"]))
  }
}
