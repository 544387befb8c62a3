public import Foundation
import FoundationNetworking
public import Workshop

/// A whole day with simulated phones over real HTTP, in a traject of its own that is marked as a rehearsal: demonstration,
/// training and load at once.
public struct Rehearsal: Sendable {
  /// What to rehearse.
  public struct Options: Sendable {
    /// The server, for example `http://127.0.0.1:8080`.
    public var url: URL
    /// The key of a console link; nil on the server's own machine, which needs none.
    public var token: String?
    /// How many phones.
    public var phones: Int
    /// The same seed gives the same day.
    public var seed: UInt64
    /// How long the day takes; nil for as fast as it goes.
    public var minutes: Double?
    /// The day of the traject.
    public var date: CalendarDate

    /// Describes a rehearsal.
    public init(url: URL, token: String? = nil, phones: Int, seed: UInt64, minutes: Double? = nil, date: CalendarDate) {
      (self.url, self.token, self.phones) = (url, token, phones)
      (self.seed, self.minutes, self.date) = (seed, minutes, date)
    }
  }

  private let options: Options
  private let words: Catalogue
  private let progress: @Sendable (String) -> Void

  /// Prepares a rehearsal; `progress` is told what happens, in the words of the catalogue.
  public init(_ options: Options, words: Catalogue, progress: @escaping @Sendable (String) -> Void) {
    (self.options, self.words, self.progress) = (options, words, progress)
  }

  /// Walks the day and compares what was acknowledged with what the server's file holds.
  ///
  /// Throws `RehearsalError` where the server is not there, does not let us in, or refuses a step of the day.
  public func run() async throws -> RehearsalSummary {
    let content = try SampleContent.shipped()
    let console = WebClient(options.url)
    defer { console.close() }
    try await greet(console)
    let room = try await makeRoom(console, content.people)
    progress(words("rehearsal.made", ["id": room.id]))
    let ledger = Ledger()
    let screen = try await follow(room, console, ledger)
    defer { screen.close() }
    return try await walk(room, console, content, ledger)
  }

  private func walk(
    _ room: HTTPStage.Room, _ console: WebClient, _ content: SampleContent, _ ledger: Ledger
  ) async throws -> RehearsalSummary {
    var planner = DayPlanner(content, phones: options.phones, seed: options.seed, date: options.date)
    let plan = planner.plan()
    let runSheet = try await runSheet(of: room, console)
    let stage = HTTPStage(
      room: room, console: console, phones: plan.phones.count, ledger: ledger,
      pace: Pace(minutes: options.minutes, runSheet: runSheet),
      say: { [words, progress] key, values in progress(words(key, values)) })
    defer { stage.leave() }
    try await DayWalk(plan, on: stage).run(runSheet)
    let ledOn = try await stage.follow(ledger.codes)
    return ledger.summary(
      trajectory: room.id, phones: plan.phones.count, stored: try await stage.storedIDs(), ledOn: ledOn,
      broadcasts: stage.opening.waits)
  }

  // MARK: Getting in

  private func greet(_ client: WebClient) async throws {
    do {
      let answer = try await client.send("GET", "/healthz")
      guard answer.status == 200, answer.body.starts(with: Data("ok".utf8)) else { throw RehearsalError.notOurs }
    } catch is URLError { throw RehearsalError.noServer(url: options.url.absoluteString) }
    try await showKey(client)
  }

  private func showKey(_ client: WebClient) async throws {
    guard let token = options.token else { return }
    let (answer, _) = try await client.sendPatiently("POST", "/api/console-session", .json(["token": token]))
    guard answer.status == 204 else { throw RehearsalError.wrongKey }
  }

  private func makeRoom(_ console: WebClient, _ people: SamplePeople) async throws -> HTTPStage.Room {
    struct Draft: Encodable {
      let template = RunSheetTemplate.oneDay
      let rehearsal = true
      let fields: [String: String]
    }
    let fields: [TrajectoryDraft.Field: String] = [
      .house: people.house, .municipalities: people.municipalities, .place: people.place,
      .organisation: people.organisation, .contact: people.contact, .date: options.date.description,
      .followUpDate: options.date.adding(days: 168).description,
    ]
    let draft = Draft(fields: fields.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
    // Once only: a second try could make a second traject.
    let answer = try await console.send("POST", "/api/trajects", .json(draft))
    if answer.status == 401 { throw RehearsalError.keyNeeded }
    guard answer.status == 201 else { throw RehearsalError.refused(what: "POST /api/trajects", why: answer.problem) }
    return try answer.json(HTTPStage.Room.self)
  }

  private func runSheet(of room: HTTPStage.Room, _ console: WebClient) async throws -> [RunSheetItem] {
    struct View: Decodable {
      struct Item: Decodable {
        let id: RunSheetItemID
        let title: String
        let start: Int
        let minutes: Int
        let phase: Phase
        let step: StepID?
        let isSkipped: Bool
      }
      let runSheet: [Item]
    }
    let (answer, _) = try await console.sendPatiently("GET", "/api/console/\(room.id)")
    return try answer.json(View.self).runSheet.filter { !$0.isSkipped }.map { item in
      RunSheetItem(
        id: item.id, title: item.title, start: item.start, minutes: item.minutes, phase: item.phase, step: item.step)
    }
  }

  /// A console and a projector follow along as on a real day, since what they are sent costs the server too.
  private func follow(_ room: HTTPStage.Room, _ console: WebClient, _ ledger: Ledger) async throws -> WebClient {
    struct Entry: Decodable { let id: String }
    let screen = WebClient(options.url)
    try await showKey(screen)
    console.follow("/api/console/\(room.id)/events") { name, data, moment in
      guard name == "entry", let entry = try? JSONDecoder().decode(Entry.self, from: data) else { return }
      ledger.shows(entry.id, at: moment)
    }
    screen.follow("/api/screen/\(room.id)/events") { _, _, _ in }
    return screen
  }
}
