import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// `GET …/win-back`: 200 with how late the room comes at the next fixed hour it would miss, or at the end, and what could
/// be shortened to be on time.
struct ShowWinBack {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    return .response(try ViewJSON.response(room.store.read { try WinBackView(room, $0) }))
  }
}

/// `POST …/win-back` with `{"cuts":[{"item","minutes"}],"restore":[item]}`: makes items of the day so much shorter, or as
/// long as planned again; 200 with how things stand then.
///
/// 422 by the id of the item for what is never shortened, has run, has less to give, or is cut twice; 404 for an item that
/// is not there.
struct WinTimeBack {
  private struct Body: Decodable {
    struct Cut: Decodable {
      let item: RunSheetItemID
      let minutes: Int
    }
    let cuts: [Cut]
    let restore: [RunSheetItemID]?

    func cutsByItem() throws -> [RunSheetItemID: Int] {
      let named = Dictionary(grouping: cuts, by: \.item)
      let twice = named.filter { $0.value.count > 1 }.keys
      guard twice.isEmpty else {
        throw Problem.fields(Dictionary(uniqueKeysWithValues: twice.map { ($0.rawValue, .runSheet(.namedTwice)) }))
      }
      return named.compactMapValues { $0.first?.minutes }
    }
  }

  static func answer(_ call: Call) throws -> Answer {
    let (room, role) = (try call.room(), call.role)
    let body = try call.request.json(Body.self)
    let cuts = try body.cutsByItem()
    let restored = Set(body.restore ?? [])
    let timer = room.timerClock
    let refusal = try room.store.write { change -> RunSheetRefusal? in
      guard let sheet = try change.reader.currentGathering().flatMap({ try change.reader.runSheet(of: $0.id) }) else {
        throw StoreError("gathering", .unknown)
      }
      switch try change.adjust(sheet.gathering.id, cutting: cuts, restoring: restored, by: role) {
      case .failure(let refusal): return refusal
      case .success(let adjusted):
        try follow(from: sheet, to: adjusted, change, now: timer.now(for: try change.room().timer), by: role)
        return nil
      }
    }
    if let refusal { throw Problem(refusal, view: nil) }
    return .response(try ViewJSON.response(room.store.read { try WinBackView(room, $0) }))
  }

  /// The round timer of the open item goes along with its length.
  private static func follow(
    from before: RunSheet, to after: RunSheet, _ change: Change, now: Date, by role: JournalEntry.Role
  ) throws {
    guard let open = try change.room().item, try change.room().timer != nil,
      let earlier = before.items.first(where: { $0.id == open })?.timerLength,
      let later = after.items.first(where: { $0.id == open })?.timerLength, earlier != later
    else { return }
    try change.setRoom(.timerChanged, "add", by: role) { $0.timer?.add(seconds: (later - earlier) * 60, now: now) }
  }
}

/// How late the room comes, and what could be done about it.
struct WinBackView: Encodable, Sendable {
  struct Target: Encodable, Sendable {
    /// Nil for the end of the day.
    @OrNull var item: RunSheetItemID?
    let title: String
    let start: Int
  }

  struct Proposal: Encodable, Sendable {
    let item: RunSheetItemID
    let title: String
    let gives: Int
    let text: String
  }

  let late: Int
  let until: Target
  let proposals: [Proposal]
  let total: Int
  /// The minutes of Doen that did not begin, which the ontwerpteam can take over; null where there are none.
  @OrNull var handOver: Int?

  init(_ room: LiveRoom, _ reader: Reader) throws {
    guard let gathering = try reader.currentGathering(), let sheet = try reader.runSheet(of: gathering.id) else {
      throw Problem.notFound
    }
    let words = room.words
    let plan = sheet.winBack(openItem: try reader.room().item, now: room.clock.now)
    (late, total) = (plan.late, plan.total)
    let ahead = try reader.room().handOver == nil ? sheet.items.destinyAhead : []
    handOver = ahead.isEmpty ? nil : ahead.reduce(0) { $0 + $1.length }
    until = Target(
      item: plan.until?.id, title: plan.until?.title ?? words["runSheet.winBack.end"], start: plan.deadline)
    proposals = plan.proposals.map {
      Proposal(item: $0.item.id, title: $0.item.title, gives: $0.minutes, text: $0.text(words))
    }
  }
}
