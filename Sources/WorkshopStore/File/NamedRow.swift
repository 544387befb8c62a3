import GRDB

/// Where the columns of a statement stand, looked up once for all of its rows.
struct ColumnPlaces {
  fileprivate let places: [String: Int]

  init(_ statement: Statement) {
    places = Dictionary(statement.columnNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A row whose values are read by name without looking for the name in each row anew: of thousands of rows with dozens
/// of columns, that took longer than reading them.
struct NamedRow {
  let row: Row
  let places: ColumnPlaces

  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) -> Value {
    row[place(of: column)]
  }

  private func place(of column: String) -> Int {
    guard let place = places.places[column] else { preconditionFailure("the statement has no column \(column)") }
    return place
  }
}
