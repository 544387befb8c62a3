public import struct Foundation.Date

/// What a facilitator fills in to begin a traject, as typed: kept whole when something has to be corrected.
public struct TrajectoryDraft: FormDraft, Hashable {
  /// The fields of the form, in its order; the raw values are the names in the form and in JSON.
  public enum Field: String, FormField {
    case house, municipalities, topic, date, place, organisation, contact, legalBasis, retention, followUpDate,
      rehearsal
  }

  /// The most characters any field may have.
  public static let limit = 300

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// What has to be corrected, by field; empty when the draft can become a traject.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.require(.house, .date, .organisation, .contact)
    for field in Field.allCases { checks.limit(field, to: Self.limit) }
    checks.date(.date, .retention, .followUpDate)
    if let date = typed.date(.date) {
      for field in [Field.retention, .followUpDate] {
        if let later = typed.date(field), later <= date { checks.tell(.tooEarly, field) }
      }
    }
    return checks.faults
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
