public import Workshop

public import struct Foundation.Date

/// What is to be printed, for how many.
public struct PrintPackRequest: Hashable, Sendable {
  /// The way in for phones.
  public struct Join: Hashable, Sendable {
    /// The address to type, as `http://192.168.1.20:8080`; nil while nobody knows it, so that it is written on by hand.
    public var address: String?
    /// The code to type.
    public var code: String
    /// The QR code of the address, row by row, true where dark; empty where there is none.
    public var modules: [[Bool]]

    /// Names the way in.
    public init(address: String? = nil, code: String, modules: [[Bool]] = []) {
      self.address = address
      self.code = code
      self.modules = modules
    }
  }

  /// One table, and who sits at it.
  public struct Table: Hashable, Sendable {
    /// Its number, from 1.
    public var number: Int
    /// The badges that sit there, in order; empty where nobody was seated yet.
    public var badges: [Int]

    /// Makes a table.
    public init(number: Int, badges: [Int] = []) {
      self.number = number
      self.badges = badges
    }
  }

  /// Who sits where at one gathering.
  public struct Seats: Hashable, Sendable {
    /// The gathering.
    public var gathering: Gathering
    /// Its tables.
    public var plan: SeatingPlan

    /// Names the tables of a gathering.
    public init(_ gathering: Gathering, _ plan: SeatingPlan) {
      self.gathering = gathering
      self.plan = plan
    }
  }

  /// One sheet of the story form with what hangs on its number.
  public struct Sheet: Hashable, Sendable {
    /// The code on the sheet, `B7K-012`.
    public var code: String
    /// The code on its card, with which the story is taken back.
    public var withdrawalCode: String

    /// Makes a sheet.
    public init(code: String, withdrawalCode: String) {
      self.code = code
      self.withdrawalCode = withdrawalCode
    }
  }

  /// The traject it is for.
  public var trajectory: Trajectory
  /// Its terms.
  public var framework: FrameworkContent
  /// The run sheets, in order; empty where there are none to print.
  public var runSheets: [RunSheet]
  /// The parts that are wanted.
  public var parts: Set<PrintPackPart>
  /// How many badges.
  public var people: Int
  /// The tables, by number.
  public var tables: [Table]
  /// Who sits where, for each gathering that has tables, in order; empty where nobody was seated yet.
  public var seats: [Seats]
  /// The way in.
  public var join: Join
  /// The sheets, by number.
  public var sheets: [Sheet]
  /// The moment it was asked for.
  public var madeAt: Date

  /// Asks for a pack.
  public init(
    trajectory: Trajectory, framework: FrameworkContent, runSheets: [RunSheet],
    parts: Set<PrintPackPart> = Set(PrintPackPart.allCases), people: Int, tables: [Table],
    seats: [Seats] = [], join: Join, sheets: [Sheet], madeAt: Date
  ) {
    self.trajectory = trajectory
    self.framework = framework
    self.runSheets = runSheets
    self.parts = parts
    self.people = people
    self.tables = tables
    self.seats = seats
    self.join = join
    self.sheets = sheets
    self.madeAt = madeAt
  }

  /// The parts that are wanted and that there is something to print of.
  public var printable: Set<PrintPackPart> {
    parts.filter { part in
      switch part {
      case .runSheets: !runSheets.isEmpty
      case .tablePlan: !seats.isEmpty
      default: true
      }
    }
  }

  /// How many tables of at most eight that many people need (DOMAIN: tables of 6 to 8).
  public static func tables(for people: Int) -> Int { max(1, (people + 7) / 8) }
}
