import Foundation
import Workshop

/// Dates as an iCalendar file (RFC 5545).
struct CalendarFile: Sendable {
  /// What calendars call it.
  let name: String
  /// What all events of a traject have in common, so that another traject's never take their place.
  let trajectory: TrajectoryID
  /// The moment it was made.
  let madeAt: Date
  /// What is in it, in the order of the file.
  let events: [CalendarEvent]

  /// The file: CRLF line ends, lines folded at 75 octets.
  func bytes() -> [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elk Gezin Telt//Werkdag//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(Self.escaped(name))",
    ]
    for event in events { lines += self.lines(of: event) }
    lines.append("END:VCALENDAR")
    return lines.flatMap { Self.folded($0) }
  }

  private func lines(of event: CalendarEvent) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(Self.escaped(event.id))@\(Self.escaped(trajectory.rawValue)).werkdag",
      "DTSTAMP:\(Self.stamp(madeAt))",
    ]
    lines += Self.lines(of: event.time)
    // A calendar takes the newest of an id, so a meeting that moved moves there too.
    if event.sequence > 0 { lines.append("SEQUENCE:\(event.sequence)") }
    lines.append("SUMMARY:\(Self.escaped(event.summary))")
    if !event.description.isEmpty { lines.append("DESCRIPTION:\(Self.escaped(event.description))") }
    if !event.place.isEmpty { lines.append("LOCATION:\(Self.escaped(event.place))") }
    return lines + ["TRANSP:\(event.time.isWholeDay ? "TRANSPARENT" : "OPAQUE")", "END:VEVENT"]
  }

  private static func lines(of time: CalendarEvent.Time) -> [String] {
    switch time {
    case .day(let day):
      // The end is the first day after it (RFC 5545, 3.6.1).
      ["DTSTART;VALUE=DATE:\(compact(day))", "DTEND;VALUE=DATE:\(compact(day.adding(days: 1)))"]
    case .moment(let start, let end): ["DTSTART:\(stamp(start))"] + (end.map { ["DTEND:\(stamp($0))"] } ?? [])
    }
  }

  /// A moment in UTC, so that no file has to explain what summer time is.
  private static func stamp(_ moment: Date) -> String {
    let local = LocalClock(timeZone: .gmt).local(moment)
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) % 60
    return "\(compact(local.day))T\(padded(local.minutes / 60))\(padded(local.minutes % 60))\(padded(seconds))Z"
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
