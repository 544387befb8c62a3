import ArgumentParser
import Foundation
import Workshop
import WorkshopDocuments
import WorkshopStore
import WorkshopWeb

/// `werkdag export`: makes the documents of a traject's file, also while a server has it open.
struct Export: ParsableCommand {
  /// The kinds to choose from.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case report
    case followUp = "follow-up"
    case meeting
    case runSheet = "runsheet"
    case printPack = "print-pack"
    case all

    /// The documents of the day among them.
    fileprivate var kinds: [DocumentKind] {
      DocumentKind.ofTheDay.filter { self == .all || $0.rawValue == rawValue }
    }
  }

  /// The formats to choose from.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, pdf, docx, ics, json, all

    /// Those something is made in; an explicit one stays, so that asking for what is not made gets an answer.
    fileprivate func formats(of formats: [DocumentFormat], isOnly: Bool) -> [DocumentFormat] {
      guard let chosen = DocumentFormat(rawValue: rawValue) else { return formats }
      return isOnly || formats.contains(chosen) ? [chosen] : []
    }
  }

  static let configuration = CommandConfiguration(
    abstract: "Maakt het verslag, de draaiboeken en het drukpakket.",
    discussion: "Leest het bestand alleen, ook terwijl een server het gebruikt. Toont de bestanden die gemaakt zijn.")

  @Argument(help: "Het bestand van het traject, bijvoorbeeld Data/duffel-2026-11-22.werkdag.", completion: .file())
  var file: String

  @Option(help: "Welk document.")
  var kind: Kind = .all

  @Option(help: "In welke vorm.")
  var format: Format = .all

  @Option(help: "De map waar de documenten komen.", completion: .directory)
  var output: String = "Exports"

  @OptionGroup(title: "Voor het drukpakket") var printing: PrintOptions

  func validate() throws { try printing.validate() }

  func run() throws {
    let words = try Catalogue.shipped()
    let renderer = DocumentRenderer(
      words: words, converters: .found(environment: ProcessInfo.processInfo.environment))
    let preparation = try meetings(words, renderer) + runSheets(words, renderer) + printPack(words, renderer)
    let made = try days(words, renderer) + preparation
    if made.contains(false) { throw ExitCode.failure }
  }

  // MARK: The documents

  /// Whether each was made.
  private func days(_ words: Catalogue, _ renderer: DocumentRenderer) throws -> [Bool] {
    guard !kind.kinds.isEmpty else { return [] }
    let record = try read(words) { try $0.workdayRecord(madeAt: WallClock.system.now) }
    return try kind.kinds.flatMap { kind in
      try format.formats(of: kind.formats, isOnly: self.kind != .all).map { format in
        try make("\(kind.rawValue).\(format.rawValue)", words) { () throws(DocumentError) in
          try renderer.render(kind, as: format, record: record)
        }
      }
    }
  }

  /// Agenda and minutes of each meeting of the ontwerpteam, and one calendar; of everything only those with a day.
  private func meetings(_ words: Catalogue, _ renderer: DocumentRenderer) throws -> [Bool] {
    guard kind == .meeting || kind == .all else { return [] }
    let record = try read(words) { reader in
      DesignTeamRecord(
        trajectory: try reader.trajectory(), framework: try reader.framework(),
        team: try reader.designTeam().prepared(words: words), madeAt: WallClock.system.now)
    }
    let wanted = record.meetings.filter { kind == .meeting || $0.meeting.moment.day != nil }
    return try format.formats(of: DocumentKind.meeting.formats, isOnly: kind == .meeting).flatMap { format in
      try (format == .ics ? Array(wanted.prefix(1)) : wanted).map { meeting in
        try make("meeting.\(format.rawValue)", words) { () throws(DocumentError) in
          try renderer.render(meeting: meeting.meeting.id, as: format, record: record)
        }
      }
    }
  }

  private func runSheets(_ words: Catalogue, _ renderer: DocumentRenderer) throws -> [Bool] {
    guard kind == .runSheet || kind == .all else { return [] }
    let request = try read(words) { reader in
      RunSheetRequest(
        trajectory: try reader.trajectory(), runSheets: try reader.runSheets(),
        revisions: try reader.gatheringRevisions(), madeAt: WallClock.system.now)
    }
    return try format.formats(of: DocumentKind.runSheet.formats, isOnly: kind != .all).map { format in
      try make("runsheet.\(format.rawValue)", words) { () throws(DocumentError) in
        try renderer.render(request, as: format)
      }
    }
  }

  /// Only where it is asked for: it is paper for a day to come, and not what a day gave.
  private func printPack(_ words: Catalogue, _ renderer: DocumentRenderer) throws -> [Bool] {
    guard kind == .printPack else { return [] }
    let request = try read(words) { reader in
      try PrintPackRequest(printing.draft, reader: reader, address: printing.address, now: WallClock.system.now)
    }
    return try format.formats(of: DocumentKind.printPack.formats, isOnly: true).map { format in
      try make("print-pack.\(format.rawValue)", words) { () throws(DocumentError) in
        try renderer.render(request, as: format)
      }
    }
  }

  private func make(
    _ name: String, _ words: Catalogue, _ render: () throws(DocumentError) -> RenderedDocument
  ) throws -> Bool {
    do {
      print(try write(render(), words))
      return true
    } catch let error as DocumentError {
      Complaint.say(words("export.errors.document", ["name": name, "why": error.message(words)]))
      return false
    }
  }

  private func read<Value>(_ words: Catalogue, _ query: (Reader) throws -> Value) throws -> Value {
    do {
      return try TrajectoryArchive(path: file).read(query)
    } catch let error as StoreError {
      let cause =
        switch error.cause {
        case .missing: "missing"
        case .tooNew: "tooNew"
        case .inUse: "inUse"
        default: "damaged"
        }
      throw Complaint.failure(words("export.errors.\(cause)", ["file": file]))
    } catch {
      // The file opens, and something in it cannot be read.
      throw Complaint.failure(words("export.errors.damaged", ["file": file]))
    }
  }

  private func write(_ document: RenderedDocument, _ words: Catalogue) throws -> String {
    let folder = URL(fileURLWithPath: output, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(document.bytes).write(to: folder.appendingPathComponent(document.suggestedFileName), options: .atomic)
    } catch { throw Complaint.failure(words("export.errors.unwritable", ["folder": output])) }
    return "\(output)/\(document.suggestedFileName)"
  }
}
