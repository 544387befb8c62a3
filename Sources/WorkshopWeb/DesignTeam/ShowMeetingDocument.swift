import HTTPServer
import Workshop
import WorkshopDocuments
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/overleg/OVERLEG/overleg.FORMAT`: agenda and minutes as html, pdf or docx.
///
/// 404 for a meeting or a format there is not; 503 in plain words where a converter is missing or fails.
struct ShowMeetingDocument {
  static func answer(_ call: Call) throws -> Answer {
    let parts = (call.request.parameters["name"] ?? "").split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "overleg", let format = DocumentFormat(rawValue: String(parts[1])),
      [.html, .pdf, .docx].contains(format)
    else { throw Problem.notFound }
    let record = try DesignTeamRecord(call)
    guard let meeting = record.meeting(try call.id("meeting")) else { throw Problem.notFound }
    return try call.document(format) { renderer throws(DocumentError) in
      try renderer.render(meeting: meeting.meeting.id, as: format, record: record)
    }
  }
}

/// `GET /begeleider/TRAJECT/voorbereiding/ontwerpteam.ics`: every meeting and deadline of the ontwerpteam, for calendars.
///
/// 404 while nothing has a day.
struct ShowTeamCalendar {
  static func answer(_ call: Call) throws -> Answer {
    let record = try DesignTeamRecord(call)
    guard let first = record.meetings.first, record.hasDates else { throw Problem.notFound }
    return try call.document(.ics) { renderer throws(DocumentError) in
      try renderer.render(meeting: first.meeting.id, as: .ics, record: record)
    }
  }
}

extension DesignTeamRecord {
  fileprivate init(_ call: Call) throws {
    let room = try call.room()
    self.init(
      trajectory: room.trajectory, framework: try room.store.read { try $0.framework() },
      team: try call.designTeam(), madeAt: call.environment.clock.now)
  }
}
