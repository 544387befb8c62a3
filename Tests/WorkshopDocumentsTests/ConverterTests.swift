import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("Converters")
struct ConverterTests {
  @Test("A missing one is named with the command that installs it", arguments: [DocumentFormat.pdf, .docx])
  func missing(format: DocumentFormat) throws {
    let words = try Catalogue.shipped()
    let renderer = DocumentRenderer(words: words, converters: Converters())
    let record = try SampleDay.record()
    let error = try #require(throws: DocumentError.self) { try renderer.render(.report, as: format, record: record) }
    #expect(error.cause == .converterMissing(format == .pdf ? .typst : .pandoc))
    #expect(error.message(words).contains("Scripts/serve"))
  }

  @Test("One that is no longer there is missing too")
  func vanished() throws {
    let renderer = DocumentRenderer(
      words: try Catalogue.shipped(), converters: Converters(typstCompile: ["/nowhere/typst-compile"]))
    let record = try SampleDay.record()
    let error = try #require(throws: DocumentError.self) { try renderer.render(.report, as: .pdf, record: record) }
    #expect(error.cause == .converterMissing(.typst))
  }

  @Test("One that fails is told with what it said")
  func failing() throws {
    let cause = try fails(["-c", "echo kapot >&2; exit 3"])
    #expect(cause == .converterFailed(.typst, status: 3, said: "kapot\n"))
  }

  @Test("One that takes too long is stopped")
  func slow() throws {
    #expect(try fails(["-c", "exec sleep 30"], seconds: 1) == .converterTooSlow(.typst, seconds: 1))
  }

  @Test("One cannot take more memory than it may")
  func memory() throws {
    let cause = try fails(["-c", "test \"$(ulimit -v)\" = unlimited && exit 0; exit 4"])
    #expect(cause == .converterFailed(.typst, status: 4, said: ""))
  }

  @Test("Each conversion's folder is gone afterwards")
  func folderIsRemoved() throws {
    let folder = try TemporaryFolder.with { folder throws(DocumentError.Cause) in folder }
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test("Are looked for in the environment first, then on the PATH")
  func found() {
    #expect(Converters.found(environment: ["WERKDAG_PANDOC": "/bin/sh"]).pandoc == ["/bin/sh"])
    #expect(Converters.found(environment: ["WERKDAG_PANDOC": "/nowhere", "PATH": "/bin"]).pandoc.isEmpty)
    #expect(Converters.found(environment: ["PATH": "/nowhere"]) == Converters())
  }

  @Test("A kind is made only in its own formats")
  func notOffered() throws {
    let renderer = try Paper.renderer()
    let record = try SampleDay.record()
    for (kind, format) in [(DocumentKind.report, DocumentFormat.ics), (.followUp, .json)] {
      let error = try #require(throws: DocumentError.self) { try renderer.render(kind, as: format, record: record) }
      #expect(error.cause == .notOffered)
    }
  }

  @Test("Files are named after traject and kind")
  func fileNames() throws {
    let file = try Paper.renderer().render(.followUp, as: .ics, record: SampleDay.record())
    #expect(file.suggestedFileName == "duffel-2026-opvolgingsdraaiboek.ics")
    #expect(file.contentType == "text/calendar; charset=utf-8")
  }

  @Test("The checksum of archives is CRC-32's")
  func checksum() {
    #expect(StoredArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  private func fails(_ arguments: [String], seconds: Int = 60) throws -> DocumentError.Cause {
    try #require(throws: DocumentError.Cause.self) {
      try TemporaryFolder.with { folder throws(DocumentError.Cause) in
        try ConverterRun(converter: .typst, command: ["/bin/sh"], folder: folder, seconds: seconds).run(arguments)
      }
    }
  }
}
