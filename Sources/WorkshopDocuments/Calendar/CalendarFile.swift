import Foundation
import Workshop

/// The follow-up calendar as an iCalendar file (RFC 5545).
struct CalendarFile: Sendable {
  let day: QuotableDay
  let words: DocumentWords
  let madeAt: Date

  init(record: WorkdayRecord, words: DocumentWords) {
    day = QuotableDay(record)
    self.words = words
    madeAt = record.madeAt
  }

  /// The file: CRLF line ends, lines folded at 75 octets.
  func bytes() -> [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elk Gezin Telt//Werkdag//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(Self.escaped(name))",
    ]
    for entry in FollowUpCalendar(day: day, words: words).dates { lines += event(entry) }
    lines.append("END:VCALENDAR")
    return lines.flatMap { Self.folded($0) }
  }

  private var name: String {
    let title = "\(words["followUp.title"]) · \(day.trajectory.house)"
    return day.trajectory.isRehearsal ? "\(words["rehearsal.mark"]) \(title)" : title
  }

  private func event(_ entry: FollowUpCalendar.Entry) -> [String] {
    let mark = day.trajectory.isRehearsal ? "\(words["rehearsal.mark"]) " : ""
    var lines = [
      "BEGIN:VEVENT", "UID:\(Self.escaped(entry.id))@\(Self.escaped(day.trajectory.id.rawValue)).werkdag",
      "DTSTAMP:\(stamp)",
      "DTSTART;VALUE=DATE:\(Self.compact(entry.day))",
      // The end is the first day after it (RFC 5545, 3.6.1).
      "DTEND;VALUE=DATE:\(Self.compact(entry.day.adding(days: 1)))",
      "SUMMARY:\(Self.escaped("\(mark)\(entry.kind) \(Excerpt.of(entry.subject, limit: 120))"))",
      "DESCRIPTION:\(Self.escaped(description(of: entry)))",
    ]
    if !entry.place.isEmpty { lines.append("LOCATION:\(Self.escaped(entry.place))") }
    return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private func description(of entry: FollowUpCalendar.Entry) -> String {
    var lines = [entry.subject]
    if let action = entry.source { lines.append("\(words.reference(action).plain): \(action.headline)") }
    if !entry.who.isEmpty { lines.append("\(words["followUp.columns.who"]): \(entry.who)") }
    return lines.joined(separator: "\n")
  }

  /// The moment of the record in UTC.
  private var stamp: String {
    let clock = LocalClock(timeZone: .gmt)
    let local = clock.local(madeAt)
    let seconds = Int(madeAt.timeIntervalSince1970.rounded(.down)) % 60
    return
      "\(Self.compact(local.day))T\(Self.padded(local.minutes / 60))\(Self.padded(local.minutes % 60))\(Self.padded(seconds))Z"
  }

  private static func compact(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// A TEXT value (RFC 5545, 3.3.11); control characters are left out, since no escape exists for them.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += ["\\", scalar]
      case "\n": escaped += ["\\", "n"]
      default: if scalar.value >= 0x20, scalar.value != 0x7F { escaped.append(scalar) }
      }
    }
    return String(escaped)
  }

  /// A content line with its CRLF, folded before the 76th octet and never inside a character (RFC 5545, 3.1).
  static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if length + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    return bytes + [0x0D, 0x0A]
  }
}
