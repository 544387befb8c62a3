import Foundation
import Testing
import Workshop
import WorkshopDocuments

@testable import WorkshopRehearsal

@Suite("The documents in Exports/sample")
struct SampleDocumentsTests {
  /// What is written as text, and the same in every run.
  private static let plain: [(DocumentKind, DocumentFormat)] = [
    (.report, .html), (.report, .json), (.followUp, .html), (.followUp, .ics),
  ]

  @Test("Web page, data and calendar are what the product makes, byte for byte", arguments: plain)
  func exact(kind: DocumentKind, format: DocumentFormat) async throws {
    let made = try await Self.document(kind, format)
    let kept = try Data(contentsOf: Self.file(kind, format))
    #expect(made == kept, "\(kind.rawValue).\(format.rawValue) differs: run Scripts/sample and look at what changed")
  }

  @Test(
    "PDF says what the product makes", .enabled(if: Tool.pdftotext != nil && !Self.converters.typstCompile.isEmpty),
    arguments: DocumentKind.ofTheDay)
  func pdf(kind: DocumentKind) async throws {
    try await expectSameText(kind, .pdf) { try Tool.output([Tool.pdftotext ?? "", $0, "-"]) }
  }

  @Test(
    "Word says what the product makes", .enabled(if: !Self.converters.pandoc.isEmpty), arguments: DocumentKind.ofTheDay)
  func word(kind: DocumentKind) async throws {
    try await expectSameText(kind, .docx) {
      try Tool.output([Self.converters.pandoc[0], "-f", "docx", "-t", "plain", $0])
    }
  }

  @Test("The day has every step, and nothing that its teller keeps from the report")
  func record() async throws {
    let record = try await Self.record()
    #expect(record.trajectory.isRehearsal)
    #expect(Set(record.contributions.map(\.kind)) == Set(ContributionKind.allCases))
    #expect(record.runSheet.allSatisfy { $0.actualStart != nil && $0.actualEnd != nil })
    #expect(record.room.closedAt != nil)
    #expect(record.themes.contains { $0.mergedInto != nil })
    let page = String(decoding: try await Self.document(.report, .html), as: UTF8.self)
    #expect(page.contains("De Babybazaar als eerste deur"))
    #expect(!page.contains("Wie de deur opendoet"))
  }

  // MARK: Making and reading

  static let converters = Converters.found(environment: ProcessInfo.processInfo.environment)

  private func expectSameText(
    _ kind: DocumentKind, _ format: DocumentFormat, text: (String) throws -> String
  ) async throws {
    let path = NSTemporaryDirectory() + "/\(UUID().uuidString).\(format.rawValue)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await Self.document(kind, format).write(to: URL(fileURLWithPath: path))
    let (made, kept) = (try text(path), try text(Self.file(kind, format).path))
    #expect(made == kept, "\(kind.rawValue).\(format.rawValue) differs: run Scripts/sample and look at what changed")
    #expect(made.contains("Eeklo"))
  }

  private static func record() async throws -> WorkdayRecord {
    let folder = NSTemporaryDirectory() + "/werkdag-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await SampleDay(words: .shipped()).record(in: folder)
  }

  private static func document(_ kind: DocumentKind, _ format: DocumentFormat) async throws -> Data {
    let renderer = DocumentRenderer(words: try .shipped(), converters: converters)
    return Data(try renderer.render(kind, as: format, record: try await record()).bytes)
  }

  private static func file(_ kind: DocumentKind, _ format: DocumentFormat) -> URL {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return project.appendingPathComponent("Exports/sample/\(kind.rawValue).\(format.rawValue)")
  }
}

/// A program that reads documents back.
enum Tool {
  static let pdftotext = ["/usr/bin/pdftotext"].first { FileManager.default.isExecutableFile(atPath: $0) }

  static func output(_ command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
