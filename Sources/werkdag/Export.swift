import ArgumentParser
import Foundation
import Workshop
import WorkshopDocuments
import WorkshopStore

/// `werkdag export`: makes the documents of a traject's file, also while a server has it open.
struct Export: ParsableCommand {
  /// The kinds to choose from.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case report
    case followUp = "follow-up"
    case all

    fileprivate var kinds: [DocumentKind] { DocumentKind(rawValue: rawValue).map { [$0] } ?? DocumentKind.allCases }
  }

  /// The formats to choose from.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, pdf, docx, ics, json, all

    /// Those a kind is made in; an explicit one stays, so that asking for what is not made gets an answer.
    fileprivate func formats(of kind: DocumentKind, among kinds: Int) -> [DocumentFormat] {
      guard let chosen = DocumentFormat(rawValue: rawValue) else { return kind.formats }
      return kinds == 1 || kind.formats.contains(chosen) ? [chosen] : []
    }
  }

  static let configuration = CommandConfiguration(
    abstract: "Maakt het verslag en het opvolgingsdraaiboek.",
    discussion: "Leest het bestand alleen, ook terwijl een server het gebruikt. Toont de bestanden die gemaakt zijn.")

  @Argument(help: "Het bestand van het traject, bijvoorbeeld Data/duffel-2026-11-22.werkdag.", completion: .file())
  var file: String

  @Option(help: "Welk document.")
  var kind: Kind = .all

  @Option(help: "In welke vorm.")
  var format: Format = .all

  @Option(help: "De map waar de documenten komen.", completion: .directory)
  var output: String = "Exports"

  func run() throws {
    let words = try Catalogue.shipped()
    let record = try record(words)
    let renderer = DocumentRenderer(
      words: words, converters: .found(environment: ProcessInfo.processInfo.environment))
    var failures = 0
    for kind in kind.kinds {
      for format in format.formats(of: kind, among: self.kind.kinds.count) {
        do {
          let document = try renderer.render(kind, as: format, record: record)
          print(try write(document, words))
        } catch let error as DocumentError {
          Complaint.say(
            words(
              "export.errors.document", ["name": "\(kind.rawValue).\(format.rawValue)", "why": error.message(words)]))
          failures += 1
        }
      }
    }
    if failures > 0 { throw ExitCode.failure }
  }

  private func record(_ words: Catalogue) throws -> WorkdayRecord {
    do {
      return try TrajectoryArchive(path: file).read { try $0.workdayRecord(madeAt: WallClock.system.now) }
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
