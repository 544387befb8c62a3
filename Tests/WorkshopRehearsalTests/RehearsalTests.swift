import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopDocuments
import WorkshopStore
import WorkshopWeb

@testable import WorkshopRehearsal

@Suite("A rehearsal over HTTP")
struct RehearsalTests {
  @Test("Walks the whole day and loses nothing, and every phone hears of every item")
  func wholeDay() async throws {
    let server = try ServedFolder()
    defer { server.stop() }
    let said = Said()
    let summary = try await Rehearsal(try server.options(phones: 4), words: try .shipped(), progress: said.add).run()
    let planned = try samplePlan(phones: 4).contributions.values.reduce(0) { $0 + $1.count }
    #expect(summary.submitted == planned)
    #expect(summary.acknowledged == planned)
    #expect((summary.lost, summary.duplicated, summary.unseen) == (0, 0, 0))
    #expect(said.lines.filter { $0.contains("4 van 4 telefoons weten het") }.count == 13)
    let path = "\(server.folder)/\(summary.trajectory).\(TrajectoryStore.fileExtension)"
    let record = try TrajectoryArchive(path: path).read { try $0.workdayRecord(madeAt: Date()) }
    #expect(record.trajectory.isRehearsal)
    #expect(record.contributions.filter(\.hasPhoto).count == 5)
    #expect(record.contributions.contains { $0.origin.isLate })
    #expect(record.contributions.contains { $0.state == .held })
    #expect(record.contributions.contains { $0.state == .merged })
    #expect(record.contributions.contains { $0.toldVersion != nil })
    #expect(summary.ledOn > 20)
    #expect(record.backing.values.reduce(0, +) > 0)
  }

  @Test("Says plainly when no server is there")
  func noServer() async throws {
    let url = try #require(URL(string: "http://127.0.0.1:9"))
    let rehearsal = Rehearsal(
      .init(url: url, phones: 1, seed: 1, date: try #require(CalendarDate("2026-11-20"))), words: try .shipped(),
      progress: { _ in })
    await #expect(throws: RehearsalError.noServer(url: "http://127.0.0.1:9")) { try await rehearsal.run() }
  }

  @Test("Says plainly that a key does not work")
  func wrongKey() async throws {
    let server = try ServedFolder()
    defer { server.stop() }
    var options = try server.options(phones: 1)
    options.token = "GEENSLEUTEL"
    let rehearsal = Rehearsal(options, words: try .shipped(), progress: { _ in })
    await #expect(throws: RehearsalError.wrongKey) { try await rehearsal.run() }
  }

  @Test("Has words for every reason it may stop")
  func words() throws {
    let words = try Catalogue.shipped()
    let errors: [RehearsalError] = [
      .noServer(url: "U"), .notOurs, .keyNeeded, .wrongKey, .refused(what: "W", why: "Y"), .serverGone(url: "U"),
    ]
    for error in errors {
      let message = error.message(words)
      #expect(!message.hasPrefix("rehearsal."))
      #expect(!message.contains("{"))
    }
  }
}

/// The product itself on a free port, with a data directory of its own.
private struct ServedFolder {
  let folder: String
  private let server: HTTPServer
  private let library: TrajectoryLibrary

  init() throws {
    folder = NSTemporaryDirectory() + "/werkdag-" + UUID().uuidString
    let environment = AppEnvironment(words: try .shipped(), converters: Converters())
    let hosts = HostPolicy(.init(host: "127.0.0.1", port: 0))
    library = try TrajectoryLibrary(directory: folder, environment: environment, hosts: hosts)
    let application = try WorkdayApplication(
      environment: environment, library: library,
      access: try AccessStore(path: folder + "/toegang.sqlite"))
    server = try HTTPServer(
      configuration: HTTPServerConfiguration(host: "127.0.0.1", port: 0, logger: environment.logger),
      application: application)
    hosts.listens(on: server.port)
    try server.start()
  }

  func options(phones: Int) throws -> Rehearsal.Options {
    Rehearsal.Options(
      url: try #require(URL(string: "http://127.0.0.1:\(server.port)")), phones: phones, seed: 1,
      date: try #require(CalendarDate("2026-11-20")))
  }

  func stop() {
    library.endStreams()
    server.stop(deadline: .seconds(5))
    library.close()
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// What a rehearsal told as it went.
///
/// `@unchecked Sendable`: the lines are only touched under `lock`.
private final class Said: @unchecked Sendable {
  private let lock = NSLock()
  private var told: [String] = []

  var lines: [String] { lock.withLock { told } }

  @Sendable func add(_ line: String) { lock.withLock { told.append(line) } }
}
