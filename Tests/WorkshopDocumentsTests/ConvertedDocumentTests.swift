import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("PDF and Word", .enabled(if: Paper.hasConverters))
struct ConvertedDocumentTests {
  @Test(
    "Are made wherever the day stopped", arguments: DocumentKind.ofTheDay,
    [nil, "verhaal", "stippen", "galerij"] as [StepID?])
  func stoppedAfter(kind: DocumentKind, step: StepID?) throws {
    let record = try SampleDay.record(stoppedAfter: step)
    for format in [DocumentFormat.pdf, .docx] {
      let title = kind == .report ? "Verslag van de werkdag" : "Opvolgingsdraaiboek"
      #expect(try Paper.text(kind, format, record).contains(title), "\(format)")
    }
  }

  @Test("Carry hostile, foreign and long text unharmed", arguments: [DocumentFormat.pdf, .docx])
  func hardText(format: DocumentFormat) throws {
    // Only what stands between header and footer, which would come in between where a text goes on to the next page.
    let body = ["-x", "0", "-W", "595", "-y", "66", "-H", "716"]
    let text = Self.squeezed(try Paper.text(.report, format, HardText.record(), pdfOptions: body))
    for expected in [HardText.script, HardText.unbroken, HardText.long] {
      let isThere = text.contains(Self.squeezed(expected))
      #expect(isThere, "\(expected.prefix(40))")
    }
    for word in ["🎈", "☕", "🇧🇪"] { #expect(text.contains(word), "\(word)") }
  }

  @Test("Carry Arabic, in Word letter for letter")
  func arabicInWord() throws {
    #expect(try Paper.text(.report, .docx, HardText.record()).contains(HardText.arabic))
  }

  @Test("Carry Arabic, in PDF word for word")
  func arabicInPDF() throws {
    let text = try Paper.text(.report, .pdf, HardText.record()).precomposedStringWithCompatibilityMapping
    for word in ["عائلتي", "بالترحيب", "ابنتي"] { #expect(text.contains(word), "\(word)") }
  }

  @Test("Mark a rehearsal on every page")
  func rehearsal() throws {
    var record = try SampleDay.record()
    record.trajectory.isRehearsal = true
    let pages = try Paper.text(.report, .pdf, record).split(separator: "\u{0C}").filter {
      !$0.allSatisfy(\.isWhitespace)
    }
    #expect(pages.count > 5)
    #expect(pages.allSatisfy { $0.contains("OEFENING") })
    let word = try Paper.renderer().render(.report, as: .docx, record: record)
    #expect(try Paper.output(of: "unzip", ["-p", "FILE", "word/header1.xml"], word.bytes).contains("OEFENING"))
  }

  @Test("The PDF is tagged, in Dutch, and claims PDF/UA-1")
  func accessible() throws {
    let file = try Paper.renderer().render(.report, as: .pdf, record: SampleDay.record())
    let facts = try Paper.output(of: "pdfinfo", ["FILE"], file.bytes)
    #expect(facts.contains(/Tagged: +yes/))
    #expect(facts.contains("Verslag van de werkdag · Huis van het Kind Duffel"))
    let metadata = try Paper.output(of: "pdfinfo", ["-meta", "FILE"], file.bytes)
    #expect(metadata.contains("pdfuaid:part"))
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("/Lang"))
  }

  @Test("The same record gives the same PDF")
  func stable() throws {
    let renderer = try Paper.renderer()
    let record = try SampleDay.record()
    #expect(
      try renderer.render(.report, as: .pdf, record: record) == renderer.render(.report, as: .pdf, record: record))
  }

  @Test("Word has real headings, our styles and the photo")
  func wordStyles() throws {
    let file = try Paper.renderer().render(.report, as: .docx, record: SampleDay.record())
    let content = try Paper.output(of: "unzip", ["-p", "FILE", "word/document.xml"], file.bytes)
    for style in ["Title", "Heading1", "Heading2", "Heading3", "Citaat", "Vraag", "Antwoord", "Aandacht"] {
      #expect(content.contains("w:val=\"\(style)\""), "\(style)")
    }
    #expect(content.contains("descr=\"Foto van wat gemaakt werd bij ‘Het huis met twee grote deuren’\""))
    #expect(try Paper.output(of: "unzip", ["-l", "FILE"], file.bytes).contains("word/media/"))
    #expect(try Paper.output(of: "unzip", ["-p", "FILE", "word/styles.xml"], file.bytes).contains("Quicksand"))
  }

  @Test("A photo that is no whole JPEG is left out, and the document is made")
  func brokenPhoto() throws {
    var record = try SampleDay.record()
    for id in record.photos.keys { record.photos[id] = [0xFF, 0xD8, 0xFF, 0x00] }
    #expect(try Paper.text(.report, .pdf, record).contains("Het huis met twee grote deuren"))
  }

  /// Without white space and what line breaking leaves behind, so that texts can be compared across line ends.
  private static func squeezed(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    let text = text.replacing(/([\p{L}])[-\u{AD}\u{2010}]\n/, with: { $0.1 })
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      if ![0x200B, 0xAD, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C].contains(scalar.value) { kept.append(scalar) }
    }
    return String(kept)
  }
}
