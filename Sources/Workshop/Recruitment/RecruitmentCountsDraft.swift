/// The counts of one list as they were typed: kept whole when something has to be corrected.
public struct RecruitmentCountsDraft: Hashable, Sendable {
  /// One field of the form: a column of a term.
  public struct Cell: Hashable, Sendable {
    /// The group or the life domain.
    public let term: String
    /// What is counted.
    public let column: RecruitmentCount.Column

    /// Names a field.
    public init(_ term: String, _ column: RecruitmentCount.Column) {
      self.term = term
      self.column = column
    }

    /// Its name in the form, for example `target-ouder`.
    public var name: String { "\(column.rawValue)-\(term)" }
  }

  /// The terms of the form, in order.
  public let terms: [String]
  private var values: [Cell: String] = [:]

  /// A draft of what was kept; a 0 is left open, so that the page shows what is still to be thought of.
  public init(_ counts: [RecruitmentCount]) {
    terms = counts.map(\.term)
    for count in counts {
      for column in RecruitmentCount.Column.allCases where count[column] != 0 {
        values[Cell(count.term, column)] = String(count[column])
      }
    }
  }

  /// What was typed in a field, without spaces around it; empty where nothing was.
  public subscript(cell: Cell) -> String {
    get { (values[cell] ?? "").trimmingSpaces() }
    set { values[cell] = newValue }
  }

  /// The fields of the form, row by row.
  public var cells: [Cell] {
    terms.flatMap { term in RecruitmentCount.Column.allCases.map { Cell(term, $0) } }
  }

  /// What has to be corrected, by field; empty when everything can be kept.
  ///
  /// More present than confirmed is told at "present", which is where the one who counts heads is typing.
  public func faults() -> [Cell: FieldFault] {
    var faults: [Cell: FieldFault] = [:]
    for cell in cells { faults[cell] = count(in: cell).fault }
    for term in terms {
      let confirmed = count(in: Cell(term, .confirmed)).number
      let present = count(in: Cell(term, .present)).number
      guard let confirmed, let present, present > confirmed else { continue }
      faults[Cell(term, .present)] = .aboveConfirmed(confirmed)
    }
    return faults
  }

  /// The counts that were typed, or nil while `faults()` is not empty; an open field counts as 0.
  public func counts() -> [RecruitmentCount]? {
    guard faults().isEmpty else { return nil }
    return terms.map { term in
      RecruitmentCount.Column.allCases.reduce(into: RecruitmentCount(term)) { count, column in
        count[column] = self.count(in: Cell(term, column)).number ?? 0
      }
    }
  }

  /// Where the draft differs from what someone else kept after the form was opened, with what stands there now.
  public func changedMeanwhile(to current: Self) -> [Cell: FieldFault] {
    cells.reduce(into: [:]) { faults, cell in
      // An open field and a 0 are the same count.
      guard count(in: cell).number ?? 0 != current.count(in: cell).number ?? 0 else { return }
      faults[cell] = .changedMeanwhile(current: current[cell].isEmpty ? "0" : current[cell])
    }
  }

  /// Fills the people who are present in from what was counted elsewhere, as a suggestion; nothing else changes.
  public mutating func suggest(present: [String: Int]) {
    for term in terms { self[Cell(term, .present)] = present[term].map(String.init) ?? "" }
  }

  /// What a column adds up to, as far as it can be read.
  public func total(of column: RecruitmentCount.Column) -> Int {
    terms.reduce(0) { $0 + (count(in: Cell($1, column)).number ?? 0) }
  }

  private func count(in cell: Cell) -> CountText {
    CountText(self[cell], limit: cell.column.limit)
  }
}
