import Foundation
import HTTPServer
import Workshop
import WorkshopDocuments
import WorkshopStore

/// What moderators did: who in what capacity, when to the minute, what, about which number; never a text of anybody's.
enum ShowModerationLog {
  private struct Line: Encodable {
    let seq: Int64
    let day: CalendarDate
    let time: String
    let role: String
    let text: String
    @OrNull var number: Int64?
  }

  /// As many as anybody scrolls through; the file has all.
  private static let shown = 500

  /// `GET /api/console/TRAJECT/moderation-log`: 200 with the latest acts, the newest first.
  static func answer(_ call: Call) throws -> Answer {
    .response(try ViewJSON.response(["acts": try lines(call, limit: shown)]))
  }

  /// `GET /begeleider/TRAJECT/documenten/moderatie.csv`: all of them, the oldest first, for a spreadsheet.
  static func file(_ call: Call) throws -> Answer {
    let words = call.words.section("moderation.log.columns")
    let header = ["day", "time", "role", "text", "number"].map { words[$0] ?? $0 }
    let rows = try lines(call, limit: .max).reversed().map { line in
      [line.day.description, line.time, line.role, line.text, line.number.map(String.init) ?? ""]
    }
    let name = "\(try call.room().trajectory.id)-\(call.words["moderation.log.fileName"]).csv"
    var response = HTTPResponse(
      status: .ok, headers: ["Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store"],
      body: CSVTable([header] + rows).bytes)
    response.headers["Content-Disposition"] = "attachment; filename=\"\(name)\""
    return .response(response)
  }

  private static func lines(_ call: Call, limit: Int) throws -> [Line] {
    let words = call.words
    return try call.room().store.read { try $0.moderationLog(limit: limit) }.map { act in
      Line(
        seq: act.sequence, day: CalendarDate(act.at), time: ClockTime.text(act.at.minuteOfDay(in: .brussels)),
        role: words["moderation.log.roles.\(act.role.rawValue)"], text: act.text(words), number: act.number)
    }
  }
}

extension ModerationAct {
  /// The act in a sentence.
  fileprivate func text(_ words: Catalogue) -> String {
    let key =
      switch kind {
      case .guardianConsented: "guardianConsented.\(facts["given"] ?? "true")"
      case .atOnceChanged: "atOnceChanged.\(facts["on"] ?? "true")"
      case .held: facts["ground"] == nil ? "held" : "heldOn"
      case .released, .putBack: role == .server ? "\(kind.rawValue)ByItself" : kind.rawValue
      default: kind.rawValue
      }
    return words(
      "moderation.log.acts.\(key)",
      [
        "number": number.map(String.init) ?? "", "other": otherNumber.map(String.init) ?? "",
        "ground": facts["ground"].map { words["holdGrounds.\($0)"] } ?? "",
        "step": step.map { words["steps.\($0).name"] } ?? "",
      ])
  }
}
