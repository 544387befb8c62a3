public import struct Foundation.Date

/// What a facilitator fills in to begin a traject, as typed: kept whole when something has to be corrected.
public struct TrajectoryDraft: Hashable, Sendable, Codable {
  /// The fields of the form, in its order; the raw values are the names in the form and in JSON.
  public enum Field: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
    case house, municipalities, topic, date, place, organisation, contact, legalBasis, retention, followUpDate
  }

  /// The most characters any field may have.
  public static let limit = 300

  private var values: [Field: String]

  /// An empty draft, or one with the values of a form.
  public init(_ values: [Field: String] = [:]) {
    self.values = values
  }

  /// What was typed, without spaces around it; empty where nothing was.
  public subscript(field: Field) -> String {
    get { (values[field] ?? "").trimmingSpaces() }
    set { values[field] = newValue }
  }

  /// What has to be corrected, by field; empty when the draft can become a traject.
  public func faults() -> [Field: FieldFault] {
    var faults: [Field: FieldFault] = [:]
    for field in [Field.house, .date, .organisation, .contact] where self[field].isEmpty { faults[field] = .missing }
    for field in Field.allCases where self[field].count > Self.limit {
      faults[field] = .tooLong(limit: Self.limit, actual: self[field].count)
    }
    for field in [Field.date, .retention, .followUpDate] where !self[field].isEmpty {
      if CalendarDate(self[field]) == nil { faults[field] = .notADate }
    }
    if let date = CalendarDate(self[.date]) {
      if let retention = CalendarDate(self[.retention]), retention <= date { faults[.retention] = .tooEarly }
      if let followUp = CalendarDate(self[.followUpDate]), followUp <= date { faults[.followUpDate] = .tooEarly }
    }
    return faults
  }

  /// The traject this draft describes, or nil while `faults()` is not empty.
  ///
  /// What was left open gets a sensible start: the topic of the method, and two years of keeping the data.
  public func trajectory(
    id: TrajectoryID, template: RunSheetTemplate, isRehearsal: Bool, words: Catalogue, now: Date
  ) -> Trajectory? {
    guard faults().isEmpty, let date = CalendarDate(self[.date]) else { return nil }
    return Trajectory(
      id: id, template: template, house: self[.house],
      municipalities: self[.municipalities].split(separator: ",").map { $0.trimmingSpaces() },
      affirmativeTopic: self[.topic].isEmpty ? words["trajectory.defaultTopic"] : self[.topic],
      dates: [date], place: self[.place],
      controller: DataController(
        organisation: self[.organisation], contact: self[.contact],
        legalBasis: self[.legalBasis].isEmpty ? words["trajectory.defaultLegalBasis"] : self[.legalBasis]),
      retentionDate: CalendarDate(self[.retention]) ?? date.adding(days: 730),
      followUpMeeting: FollowUpMeetingPlan(date: CalendarDate(self[.followUpDate])),
      isRehearsal: isRehearsal, createdAt: now)
  }
}

extension String {
  /// The text without control characters, which no page, document or column can hold; tabs and line ends stay.
  public var printable: String {
    guard utf8.contains(where: Self.isControl) else { return self }
    return String(unicodeScalars.filter { $0.value > 0x7F || !Self.isControl(UInt8($0.value)) })
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }
}

extension StringProtocol {
  /// The text without white space and line ends around it.
  public func trimmingSpaces() -> String {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
