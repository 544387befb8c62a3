import HTTPServer
import Workshop
import WorkshopStore

/// `GET /scherm/TRAJECT`: the projector's page; `?klein=1` for the console's miniature.
struct ShowScreenPage {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    return .response(call.application.pages.screen(room, isSmall: call.request.head.query.first("klein") != nil))
  }
}

/// `GET /api/screen/TRAJECT`: 200 with all that the projector shows; only what is released and consented.
struct ShowScreen {
  private struct View: Encodable {
    let seq: Int64
    let traject: TrajectoryView
    let room: RoomView
    let join: JoinView
    let buildingBlocks: [OptionView]
    let guides: [InterviewGuide: [InterviewGuide.Question]]
    /// Of each kind the newest; `totals` tells how many there are.
    let items: [ItemView]
    let totals: [String: ShownTotals]
    let themes: [ThemeView]
    let spreads: [SpreadView]
    let scan: ScanView
    let coverage: CoverageView
    let destiny: DestinyView
    @OrNull var seating: SeatsView?
  }

  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let view = try room.store.read { reader in
      let views = try Views(room: room, reader: reader)
      return View(
        seq: try reader.lastSequence(), traject: TrajectoryView(views.terms.trajectory), room: try room.view(reader),
        join: try JoinView(room, reader),
        buildingBlocks: views.terms.framework.options(.buildingBlocks, words: room.words),
        guides: Dictionary(uniqueKeysWithValues: InterviewGuide.allCases.map { ($0, $0.questions(room.words)) }),
        items: try views.items(), totals: try views.totals(), themes: try views.themes(.screen),
        spreads: try views.spreads(.screen), scan: try views.scan(.screen), coverage: try views.coverage(),
        destiny: try DestinyView(views), seating: try room.seats(reader).map(SeatsView.init))
    }
    return .response(try ViewJSON.response(view))
  }
}

/// `GET /api/screen/TRAJECT/events`, and the same for the console: the stream from `Last-Event-ID` or `?after=` on.
struct FollowTrajectory {
  static func screen(_ call: Call) throws -> Answer { try follow(call, .screen) }
  static func console(_ call: Call) throws -> Answer { try follow(call, .console) }

  private static func follow(_ call: Call, _ audience: Live.Audience) throws -> Answer {
    let head = call.request.head
    let after = (head.headers["Last-Event-ID"] ?? head.query.first("after")).flatMap { Int64($0) }
    let room = try call.room()
    let from = try after ?? room.store.read { try $0.lastSequence() }
    return .events(try room.follow(audience, after: max(1, from)))
  }
}

/// How people get in, as the projector and the console show it.
struct JoinView: Encodable, Sendable {
  let url: String
  let code: String
  let qr: String

  init(_ room: LiveRoom, _ reader: Reader) throws {
    let keys = try reader.joinKeys()
    url = JoinAddress.chosen(in: try reader.room(), hosts: room.hosts)
    code = keys.code
    qr = QRCode.svg("\(url)/#t=\(keys.token)") ?? ""
  }
}
