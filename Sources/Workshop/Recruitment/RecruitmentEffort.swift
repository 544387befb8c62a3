/// The id of an effort, a UUID.
public typealias RecruitmentEffortID = Identifier<RecruitmentEffort>

/// One thing that was done to reach people: by which channel, through whom, what, and when.
///
/// Seed 001 asks for "extra inspanningen … om een maximale mix te realiseren"; those are marked. It names a group and a
/// go-between, never a family.
public struct RecruitmentEffort: Hashable, Sendable, Codable, Identifiable {
  /// How people are reached; the words are in the catalogue (`recruitment.channels.…`).
  public enum Channel: String, CaseIterable, Sendable, Codable {
    case inPerson, referrer, telephone, letter, newsletter, socialMedia, poster, school, visit, other
  }

  /// Its id.
  public let id: RecruitmentEffortID
  /// The stakeholder group it is for, or nil where it is for everybody.
  public var group: String?
  /// How.
  public var channel: Channel
  /// Through whom (toeleider): an organisation, a role or a name that person agreed to; empty where nobody is between.
  public var referrer: String
  /// What is done.
  public var what: String
  /// When, or nil while it is not agreed.
  public var date: CalendarDate?
  /// Whether it goes beyond what the house always does.
  public var isExtra: Bool
  /// Whatever the team wants to remember of it; empty where nothing.
  public var note: String
  /// Counts up with every change, so that of two editors the second is told.
  public var version: Int

  /// Makes an effort of parts that were validated before.
  public init(
    id: RecruitmentEffortID, group: String? = nil, channel: Channel, referrer: String = "", what: String,
    date: CalendarDate? = nil, isExtra: Bool = false, note: String = "", version: Int = 1
  ) {
    self.id = id
    self.group = group
    self.channel = channel
    self.referrer = referrer
    self.what = what
    self.date = date
    self.isExtra = isExtra
    self.note = note
    self.version = version
  }
}

/// Someone who leads people to the traject (toeleider): an organisation or a role that families trust.
public struct Referrer: Hashable, Sendable {
  /// As it was first written.
  public let name: String
  /// The groups it was asked for, in the order of the efforts, each once.
  public let groups: [String]

  /// The referrers named in efforts, by name; the same name in other capitals is the same referrer.
  static func named(in efforts: [RecruitmentEffort]) -> [Referrer] {
    let named = efforts.filter { !$0.referrer.isEmpty }
    return Dictionary(grouping: named) { $0.referrer.lowercased() }
      .compactMap { _, efforts -> Referrer? in
        guard let first = efforts.first else { return nil }
        var groups: [String] = []
        for group in efforts.compactMap(\.group) where !groups.contains(group) { groups.append(group) }
        return Referrer(name: first.referrer, groups: groups)
      }
      .sorted { $0.name.lowercased() < $1.name.lowercased() }
  }
}
