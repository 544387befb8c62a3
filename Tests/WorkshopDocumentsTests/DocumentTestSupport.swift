import Foundation
import Workshop

@testable import WorkshopDocuments

/// What the tests of documents share.
enum Paper {
  static let converters = Converters.found(environment: ProcessInfo.processInfo.environment)
  static let hasConverters = !converters.typstCompile.isEmpty && !converters.pandoc.isEmpty

  static func renderer() throws -> DocumentRenderer {
    DocumentRenderer(words: try Catalogue.shipped(), converters: converters)
  }

  static func words() throws -> DocumentWords {
    DocumentWords(
      catalogue: try Catalogue.shipped(), framework: .shipped, timeZone: TimeZone(identifier: "Europe/Brussels") ?? .gmt
    )
  }

  /// A document as text to read: web page, JSON and calendar as they are, PDF by pdftotext, Word by pandoc.
  static func text(
    _ kind: DocumentKind, _ format: DocumentFormat, _ record: WorkdayRecord, pdfOptions: [String] = []
  ) throws -> String {
    let file = try renderer().render(kind, as: format, record: record)
    switch format {
    case .html, .ics, .json: return String(decoding: file.bytes, as: UTF8.self)
    case .pdf: return try output(of: "pdftotext", pdfOptions + ["-enc", "UTF-8", "FILE", "-"], file.bytes)
    case .docx:
      return try output(
        of: converters.pandoc.joined(), ["--from=docx", "--to=plain", "--standalone", "--wrap=none", "FILE"], file.bytes
      )
    }
  }

  /// What a program writes about a file, whose name replaces `FILE`.
  static func output(of program: String, _ arguments: [String], _ bytes: [UInt8]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("file")
    let output = folder.appendingPathComponent("output")
    try Data(bytes).write(to: file)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments.map { $0 == "FILE" ? file.path : $0 }
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ProgramFailed(program: program, status: process.terminationStatus)
    }
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }

  struct ProgramFailed: Error {
    let program: String
    let status: Int32
  }
}

extension Document {
  /// All text of the document, block by block.
  var texts: [String] {
    func plain(_ text: Text) -> String { text.map(\.plain).joined() }
    return facts.map { plain($0.value) }
      + blocks.flatMap { block -> [String] in
        switch block {
        case .heading(let heading): [heading.text]
        case .paragraph(let text): [plain(text)]
        case .quote(let quote): [plain(quote.text), plain(quote.source)]
        case .list(let list): list.items.map(plain)
        case .table(let table): table.header + table.rows.flatMap { $0.map { plain($0.text) } }
        case .keyValues(let pairs): pairs.map { plain($0.value) }
        case .chart(let chart): chart.bars.map { plain($0.label) }
        case .photo(let photo): [photo.alternative]
        case .note(let note): [plain(note.text)]
        case .entry(let entry): [plain(entry.title)] + entry.fields.map { plain($0.value) }
        case .pageBreak: []
        }
      }
  }

  /// The chapters with their blocks.
  var chapters: [(title: String, blocks: [Block])] {
    var chapters: [(title: String, blocks: [Block])] = []
    for block in blocks {
      if case .heading(let heading) = block, heading.level == 1 {
        chapters.append((heading.text, []))
      } else if block != .pageBreak, !chapters.isEmpty {
        chapters[chapters.count - 1].blocks.append(block)
      }
    }
    return chapters
  }

  /// The numbers that references point to.
  var referenced: Set<Int64> {
    var numbers: Set<Int64> = []
    func collect(_ texts: [Text]) {
      for case .reference(let number, _) in texts.joined() { numbers.insert(number) }
    }
    for block in blocks {
      switch block {
      case .paragraph(let text): collect([text])
      case .quote(let quote): collect([quote.text, quote.source])
      case .list(let list): collect(list.items)
      case .table(let table): collect(table.rows.joined().map(\.text))
      case .keyValues(let pairs): collect(pairs.map(\.value))
      case .chart(let chart): collect(chart.bars.map(\.label))
      case .note(let note): collect([note.text])
      case .entry(let entry): collect(entry.fields.map(\.value))
      case .heading, .photo, .pageBreak: break
      }
    }
    return numbers
  }
}
