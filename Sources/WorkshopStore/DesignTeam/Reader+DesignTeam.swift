import Foundation
import GRDB
public import Workshop

extension Reader {
  /// The ontwerpteam as it is stored; meetings nobody wrote in yet are not in it (`DesignTeam.prepared`).
  public func designTeam() throws -> DesignTeam {
    DesignTeam(members: try teamMembers(), meetings: try teamMeetings(), tasks: try followUpTasks())
  }

  private func teamMembers() throws -> [TeamMember] {
    let sql = """
      SELECT m.id, m.organisation, m.role, m.life_domain, m.version, m.contact, c.name, c.email, c.phone, c.consented_at
      FROM team_member AS m LEFT JOIN contact AS c ON c.id = m.contact ORDER BY m.position
      """
    return try Row.fetchAll(db, sql: sql).map { row in
      let lifeDomain = row["life_domain"] as String
      return TeamMember(
        id: TeamMemberID(row["id"] as String), role: row["role"], organisation: row["organisation"],
        lifeDomain: lifeDomain.isEmpty ? nil : lifeDomain, contact: Self.contact(row), version: row["version"])
    }
  }

  private static func contact(_ row: Row) -> Contact? {
    (row["contact"] as String?).map { id in
      Contact(
        id: ContactID(id), name: row["name"], email: row["email"], phone: row["phone"],
        consentedAt: Date(milliseconds: row["consented_at"]))
    }
  }

  private func teamMeetings() throws -> [TeamMeeting] {
    let sql = "SELECT id, day, starts_at, ends_at, body, version FROM team_meeting ORDER BY position"
    return try Row.fetchAll(db, sql: sql).map { row in
      TeamMeeting(
        id: TeamMeetingID(row["id"] as String),
        moment: MeetingMoment(day: try Self.date(row["day"]), start: row["starts_at"], end: row["ends_at"]),
        content: try StoredJSON.value(TeamMeeting.Content.self, from: row["body"]), version: row["version"])
    }
  }

  private func followUpTasks() throws -> [FollowUpTask] {
    try Row.fetchAll(db, sql: "SELECT * FROM follow_up_task ORDER BY position").map { row in
      FollowUpTask(
        id: FollowUpTaskID(row["id"] as String), meeting: TeamMeetingID(row["meeting"] as String), what: row["what"],
        owner: row["owner"], due: try Self.date(row["due"]),
        doneAt: (row["done_at"] as Int64?).map { Date(milliseconds: $0) }, version: row["version"])
    }
  }

  /// Throws `.damaged` for a text that has the form of a date and is none.
  private static func date(_ text: String?) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(text) else { throw StoreError("row", .damaged) }
    return date
  }
}
