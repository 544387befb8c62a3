import ArgumentParser
import Foundation
import Workshop
import WorkshopDocuments
import WorkshopRehearsal

/// `werkdag sample`: writes the documents of the sample day, the same in every run; for `Scripts/sample` only.
struct Sample: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Maakt de documenten van de voorbeelddag.", shouldDisplay: false)

  @Option(help: "De map waar de documenten komen.", completion: .directory)
  var output: String = "Exports/sample"

  func run() async throws {
    let words = try Catalogue.shipped()
    let folder = URL(fileURLWithPath: output, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let record = try await SampleDay(words: words).record(in: folder.path)
    let renderer = DocumentRenderer(
      words: words, converters: .found(environment: ProcessInfo.processInfo.environment))
    for kind in DocumentKind.ofTheDay {
      for format in kind.formats {
        let document = try renderer.render(kind, as: format, record: record)
        let name = "\(kind.rawValue).\(format.rawValue)"
        try Data(document.bytes).write(to: folder.appendingPathComponent(name), options: .atomic)
        print("\(output)/\(name)")
      }
    }
  }
}
