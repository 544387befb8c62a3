import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("What may not be told")
struct ConsentTests {
  @Test("Stands in no web page, calendar or data file", arguments: DocumentKind.ofTheDay)
  func nowhereInOurOwnFormats(kind: DocumentKind) throws {
    for format in kind.formats where format != .pdf && format != .docx {
      #expect(!(try Paper.text(kind, format, SampleDay.record())).contains(SampleDay.canary), "\(format)")
    }
  }

  @Test("Stands in no PDF and no Word file", .enabled(if: Paper.hasConverters), arguments: DocumentKind.ofTheDay)
  func nowhereInConverted(kind: DocumentKind) throws {
    for format in [DocumentFormat.pdf, .docx] {
      #expect(!(try Paper.text(kind, format, SampleDay.record())).contains(SampleDay.canary), "\(format)")
    }
  }

  @Test("Is counted all the same")
  func isCounted() throws {
    let texts = try Paper.renderer().document(.report, record: SampleDay.record()).texts
    #expect(texts.contains("Er zijn 2 verhalen verteld. 1 daarvan telt alleen mee."))
    #expect(texts.contains { $0.hasPrefix("1 bijdrage hield de begeleiding apart.") })
    #expect(texts.contains { $0.hasSuffix("een andere reden") })
    #expect(!texts.contains { $0.contains("iemand is herkenbaar") }, "what a moderator notes is for the console alone")
    #expect(texts.contains("2 bijdragen werden teruggenomen. Daarvan is niets bewaard."))
  }

  @Test("Appears when its teller allows it, so the silence is not by accident")
  func appearsWithConsent() throws {
    var record = try SampleDay.record()
    for index in record.contributions.indices {
      record.contributions[index].state = .released
      record.contributions[index].teller.consents = [.report]
    }
    #expect(try Paper.text(.report, .html, record).contains(SampleDay.canary))
    #expect(try Paper.text(.followUp, .ics, record).contains(SampleDay.canary))
  }

  @Test("Tellers' groups, ids and seconds stay out of the data file")
  func dataIsBare() throws {
    let data = try Paper.text(.report, .json, SampleDay.record())
    for secret in ["teller", "00000000-0000", "recognisable", "\"groups\" : ["] {
      #expect(!data.contains(secret), "\(secret)")
    }
    #expect(data.contains("\"moment\" : \"2026-11-22 9:40\""))
  }

  @Test("The data file is the same text each time")
  func dataIsStable() throws {
    #expect(try Paper.text(.report, .json, SampleDay.record()) == Paper.text(.report, .json, SampleDay.record()))
  }
}

@Suite("Head counts by group")
struct GroupCountsTests {
  @Test("Small groups are kept back")
  func small() {
    let counts = GroupCounts(["ouder": 21, "partner": 19, "jongere": 7, "kind": 4], total: 51)
    #expect(counts.shown == ["ouder": 21, "partner": 19])
    #expect(counts.hidesSome)
  }

  @Test("One small group takes the next smallest with it, so that subtraction finds nothing")
  func subtraction() {
    #expect(GroupCounts(["ouder": 30, "partner": 20, "kind": 4], total: 54).shown == ["ouder": 30])
  }

  @Test("A group is kept back when everybody else is a small group")
  func complement() {
    #expect(GroupCounts(["ouder": 46, "kind": 4], total: 50).shown.isEmpty)
  }

  @Test("All groups are told when none is small")
  func nothingHidden() {
    let counts = GroupCounts(["ouder": 10, "partner": 10, "kind": 0], total: 20)
    #expect(counts.shown == ["ouder": 10, "partner": 10])
    #expect(!counts.hidesSome)
  }

  @Test("No small number stands in the report's table of groups")
  func inTheReport() throws {
    let document = try Paper.renderer().document(.report, record: SampleDay.record())
    let chapter = try #require(document.chapters.first { $0.title == "Wie deed mee" })
    guard case .table(let table) = chapter.blocks[1] else { throw CancellationError() }
    #expect(
      table.rows.map { $0[1].text.map(\.plain).joined() } == [
        "21", "niet apart geteld", "niet apart geteld", "12", "11", "19",
      ])
  }

  @Test("Opinions of fewer than ten people are not told by group")
  func opinions() throws {
    let day = QuotableDay(try SampleDay.record())
    let proposal = try #require(day.quotable(.proposal).first)
    #expect(Set(day.spread(of: proposal).byGroup.keys) == ["ouder", "partner", "beleid"])
    let second = day.quotable(.proposal)[1]
    #expect(Set(day.spread(of: second).byGroup.keys) == ["ouder", "partner"])
  }
}
