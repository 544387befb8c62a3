import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("The web page")
struct HTMLRendererTests {
  @Test("Closes every element it opens", arguments: DocumentKind.ofTheDay, [nil, "voorstel", "slot"] as [StepID?])
  func wellFormed(kind: DocumentKind, step: StepID?) throws {
    try checkBalance(Paper.text(kind, .html, SampleDay.record(stoppedAfter: step)))
  }

  @Test("Escapes hostile text wherever people can write")
  func escapes() throws {
    let page = try Paper.text(.report, .html, HardText.record())
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img src=x"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    try checkBalance(page)
  }

  @Test("Fetches nothing and runs nothing")
  func standsAlone() throws {
    let page = try Paper.text(.report, .html, SampleDay.record())
    for address in ["src=\"http", "href=\"http", "url(", "@import", "<link", " onclick"] {
      #expect(!page.contains(address))
    }
    #expect(page.contains("src=\"data:image/jpeg;base64,/9j/"))
  }

  @Test("Links every reference to an id that is there")
  func links() throws {
    let page = try Paper.text(.report, .html, SampleDay.record())
    let targets = page.matches(of: /href="#([a-z0-9]+)"/).map(\.1)
    let ids = page.matches(of: /\ id="([a-z0-9]+)"/).map(\.1)
    #expect(Set(ids).count == ids.count)
    #expect(Set(targets).isSubset(of: Set(ids)))
  }

  @Test("Says it is in Dutch, and marks a rehearsal")
  func languageAndRehearsal() throws {
    var record = try SampleDay.record()
    #expect(try Paper.text(.report, .html, record).hasPrefix("<!doctype html>\n<html lang=\"nl\">"))
    #expect(!(try Paper.text(.report, .html, record)).contains("OEFENING"))
    record.trajectory.isRehearsal = true
    #expect(try Paper.text(.report, .html, record).contains("OEFENING"))
  }

  @Test("Writes base64 as the standard has it", arguments: [0, 1, 2, 3, 4, 255, 256])
  func base64(length: Int) {
    let data = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var buffer = MarkupBuffer()
    buffer.base64(data)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == Data(data).base64EncodedString())
  }

  private func checkBalance(_ page: String) throws {
    let void: Set<Substring> = ["meta", "img", "hr", "br", "rect"]
    var open: [Substring] = []
    let body = page.replacing(/<style>(?s).*?<\/style>/, with: "")
    for match in body.matches(of: /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/) where !void.contains(match.2) {
      if match.1.isEmpty {
        open.append(match.2)
      } else {
        #expect(open.popLast() == match.2, "\(match.0)")
      }
    }
    #expect(open.isEmpty, "\(open)")
  }
}
