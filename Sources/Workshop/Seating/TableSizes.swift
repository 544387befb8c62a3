/// How many people sit at each table: 6 to 8, three or four duos (DOMAIN's workday).
public enum TableSizes {
  /// What a table should have.
  public static let wanted = 6...8
  /// What a table may have where the number of people does not allow `wanted`, and late arrivals may fill.
  public static let accepted = 5...9
  /// What a table can hold when someone is put there by hand.
  public static let most = 12

  /// The sizes of the tables, largest first; together they seat everybody.
  ///
  /// Even sizes come first, so that people sit in duos and at most one table has a trio. Up to 5 people sit at one table.
  /// 9 sit at one table of 9, 10 and 11 at two of 5 or 6, 17 at three of 5 or 6: these cannot be had with 6 to 8. Of
  /// several numbers of tables the one nearest to 7 people a table is taken, or the one asked for.
  ///
  /// Nil where the number of tables asked for is not one of `counts(for:)`.
  public static func sizes(for people: Int, tables asked: Int? = nil) -> [Int]? {
    guard people > 0 else { return [] }
    let tables = asked ?? usual(for: people)
    guard counts(for: people).contains(tables) else { return nil }
    let spare = people - tables * wanted.lowerBound
    guard spare >= 0, people <= tables * wanted.upperBound else {
      let (least, more) = people.quotientAndRemainder(dividingBy: tables)
      return (0..<tables).map { $0 < more ? least + 1 : least }
    }
    return (0..<tables).map { wanted.lowerBound + min(2, max(0, spare - 2 * $0)) }
  }

  /// The numbers of tables that work for so many people: each has `accepted` seats, or nothing better can be had.
  public static func counts(for people: Int) -> ClosedRange<Int> {
    let usual = usual(for: people)
    let fewest = (people + accepted.upperBound - 1) / accepted.upperBound
    return min(fewest, usual)...max(people / accepted.lowerBound, usual)
  }

  /// The number of tables whose sizes are nearest to what is wanted; of equals the larger, whose tables have more room
  /// for who comes late.
  private static func usual(for people: Int) -> Int {
    let candidates = 1...max(1, people / 3)
    func strain(_ tables: Int) -> Int {
      let (least, most) = (people / tables, (people + tables - 1) / tables)
      return max(0, wanted.lowerBound - least, most - wanted.upperBound)
    }
    /// How far the mean is from 7, times the number of tables times a number all candidates share.
    func isBetter(_ one: Int, _ other: Int) -> Bool {
      if strain(one) != strain(other) { return strain(one) < strain(other) }
      return abs(people - 7 * one) * other <= abs(people - 7 * other) * one
    }
    return candidates.reduce(1) { isBetter($1, $0) ? $1 : $0 }
  }
}
