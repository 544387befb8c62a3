import ArgumentParser
import Foundation
import Glibc
import Workshop
import WorkshopRehearsal

/// `werkdag rehearse`: simulated phones walk a whole day against a running server.
struct Rehearse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Speelt een hele dag na met gesimuleerde telefoons.",
    discussion: """
      Maakt op een draaiende server een traject dat als oefening gemerkt is. Wat er gebeurt staat op de foutuitvoer; \
      het resultaat is één JSON-object op de standaarduitvoer. Eindigt met status 1 als er iets verloren of dubbel is.
      """)

  @Option(help: "Het adres van de server.")
  var url: String = "http://127.0.0.1:8080"

  @Option(help: "De sleutel uit de link van de begeleider; niet nodig op de machine van de server zelf.")
  var token: String?

  @Option(help: "Hoeveel telefoons meedoen.")
  var phones: Int = 60

  @Option(help: "Hetzelfde getal geeft dezelfde dag.")
  var seed: UInt64 = 1

  @Option(help: "Hoeveel minuten de dag duurt; zonder deze optie gaat hij zo snel als het kan.")
  var minutes: Double?

  func validate() throws {
    guard let address = URL(string: url), ["http", "https"].contains(address.scheme), address.host != nil else {
      throw ValidationError("--url is geen adres. Schrijf bijvoorbeeld http://127.0.0.1:8080.")
    }
    guard (1...5_000).contains(phones) else { throw ValidationError("--phones is een getal van 1 tot 5000.") }
    if let minutes, !(minutes > 0 && minutes <= 24 * 60) {
      throw ValidationError("--minutes is een getal boven 0, van ten hoogste een dag.")
    }
  }

  func run() async throws {
    Self.allowManyConnections()
    let words = try Catalogue.shipped()
    guard let address = URL(string: url) else { throw ValidationError("--url") }
    let options = Rehearsal.Options(
      url: address, token: token, phones: phones, seed: seed, minutes: minutes, date: try Self.today())
    do {
      let summary = try await Rehearsal(options, words: words, progress: { Complaint.say($0) }).run()
      print(try summary.json())
      guard summary.isFaultless, summary.acknowledged == summary.submitted else {
        throw Complaint.failure(words["rehearsal.faults"])
      }
    } catch let error as RehearsalError { throw Complaint.failure(error.message(words)) }
  }

  private static func today() throws -> CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .brussels
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    let date = CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    guard let date else { throw ValidationError("De klok van deze machine staat verkeerd.") }
    return date
  }

  /// Each phone has a stream and a connection for the rest; the usual limit of 1,024 files ends at some 300 phones.
  private static func allowManyConnections() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
