public import ArgumentParser
import Foundation
public import Workshop
import WorkshopStore
import WorkshopWeb

/// `werkdag new`: makes the file of a traject, also in a folder that is being served.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Maakt een traject.",
    discussion:
      "Toont het bestand en de code om mee te doen. Een server die de map al bedient, heeft het traject meteen.")

  @Option(help: "Het dagverloop.")
  var template: RunSheetTemplate = .oneDay

  @Option(help: "Het Huis van het Kind, bijvoorbeeld \"Huis van het Kind Duffel\".")
  var house: String

  @Option(help: "De dag, als 2026-11-22.")
  var date: String

  @Option(help: "De tweede van twee dagen; zonder deze optie de dag na de eerste.")
  var secondDate: String?

  @Option(help: "Wie verantwoordelijk is voor de gegevens; zonder deze optie het Huis zelf.")
  var organisation: String?

  @Option(help: "Hoe mensen die bereiken.")
  var contact: String?

  @Option(help: "Wie zorg draagt voor een verontrustend verhaal, en hoe je die bereikt.")
  var confidant: String?

  @Option(help: "De gemeenten, met komma's ertussen.")
  var municipalities: String?

  @Option(help: "De waarderende vraag van de dag.")
  var topic: String?

  @Option(help: "De zaal.")
  var place: String?

  @Option(help: "De dag van het opvolgmoment.")
  var followUpDate: String?

  @Option(help: "De dag waarna alles gewist wordt; zonder deze optie twee jaar later.")
  var retention: String?

  @Flag(help: "Merk het traject als oefening.")
  var rehearsal = false

  @Option(help: "De map met de trajecten.", completion: .directory)
  var data: String = ProcessInfo.processInfo.environment["WERKDAG_DATA"] ?? "Data"

  func run() throws {
    let words = try Catalogue.shipped()
    let draft = draft(words)
    let faults = draft.faults()
    guard faults.isEmpty else { throw Complaint.failure(Self.text(of: faults, words)) }
    do {
      let path = try create(draft, words)
      let code = try TrajectoryArchive(path: path).read { try $0.joinKeys() }.code
      print(words("new.made", ["path": path, "code": code]))
    } catch let error as StoreError {
      throw Complaint.failure(words("new.errors.\(error.cause == .diskFull ? "diskFull" : "failed")", ["folder": data]))
    }
  }

  private func draft(_ words: Catalogue) -> TrajectoryDraft {
    TrajectoryDraft(
      Typed([
        .house: house, .date: date, .organisation: organisation ?? house,
        .contact: contact ?? words["new.defaultContact"], .municipalities: municipalities ?? "", .topic: topic ?? "",
        .template: template.rawValue, .secondDate: secondDate ?? "", .confidant: confidant ?? "",
        .rehearsal: rehearsal ? "true" : "", .place: place ?? "", .followUpDate: followUpDate ?? "",
        .retention: retention ?? "",
      ]))
  }

  private func create(_ draft: TrajectoryDraft, _ words: Catalogue) throws -> String {
    do {
      try FileManager.default.createDirectory(
        atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw Complaint.failure(words("new.errors.failed", ["folder": data])) }
    let base = TrajectoryName.make(house: draft[.house], date: draft[.date], isRehearsal: rehearsal)
    for attempt in 1...999 {
      let id = TrajectoryID(attempt == 1 ? base : "\(base)-\(attempt)")
      let path = "\(data)/\(id).\(TrajectoryStore.fileExtension)"
      let trajectory = draft.trajectory(id: id, words: words, now: WallClock.system.now)
      guard let trajectory else { break }
      do {
        try TrajectoryStore.create(
          at: path, trajectory: trajectory, runSheets: template.runSheets(on: trajectory.dates, words: words))
        return path
      } catch let error as StoreError where error.cause == .exists { continue }
    }
    throw StoreError(base, .exists)
  }

  private static func text(of faults: [TrajectoryDraft.Field: FieldFault], _ words: Catalogue) -> String {
    TrajectoryDraft.Field.allCases.compactMap { field in
      faults[field].map { words("new.errors.field", ["option": option(of: field), "message": $0.message(words)]) }
    }.joined(separator: "\n")
  }

  private static func option(of field: TrajectoryDraft.Field) -> String {
    switch field {
    case .followUpDate: "--follow-up-date"
    case .secondDate: "--second-date"
    default: "--\(field.rawValue)"
    }
  }
}

extension RunSheetTemplate: ExpressibleByArgument {}
