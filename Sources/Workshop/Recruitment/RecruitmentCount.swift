/// How many people of one group, or organisations of one life domain, are wished, asked and coming: totals only.
public struct RecruitmentCount: Hashable, Sendable, Codable {
  /// What is counted; the raw values are names in forms and columns in the file.
  public enum Column: String, CaseIterable, Sendable {
    case target, invited, confirmed, present

    /// The highest count that is believed: above it a key was held down.
    ///
    /// A letter may go to every family of a town; a workday has some 500 people.
    public var limit: Int { self == .invited ? 100_000 : 10_000 }
  }

  /// The group or the life domain, a term of the list it stands in.
  public let term: String
  /// How many are wished; 0 where nothing was decided.
  public var target: Int
  /// How many were asked.
  public var invited: Int
  /// How many said they come; someone may come without having been asked.
  public var confirmed: Int
  /// How many were there; never more than confirmed, for who comes unannounced is confirmed by coming.
  public var present: Int

  /// Makes the counts of a term, everything 0 unless told otherwise.
  public init(_ term: String, target: Int = 0, invited: Int = 0, confirmed: Int = 0, present: Int = 0) {
    self.term = term
    (self.target, self.invited, self.confirmed, self.present) = (target, invited, confirmed, present)
  }

  /// The count in a column.
  public subscript(column: Column) -> Int {
    get { self[keyPath: Self.path(to: column)] }
    set { self[keyPath: Self.path(to: column)] = newValue }
  }

  /// Whether nothing was counted for it yet.
  public var isEmpty: Bool { Column.allCases.allSatisfy { self[$0] == 0 } }

  private static func path(to column: Column) -> WritableKeyPath<Self, Int> {
    switch column {
    case .target: \.target
    case .invited: \.invited
    case .confirmed: \.confirmed
    case .present: \.present
    }
  }
}
