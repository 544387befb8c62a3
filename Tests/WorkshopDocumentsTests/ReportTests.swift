import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("The report")
struct ReportTests {
  private static let steps: [StepID?] = [nil] + StepDefinition.shipped.map(\.id)

  @Test("Answers the five questions of the call, in its order")
  func fiveQuestions() throws {
    let document = try Paper.renderer().document(.report, record: SampleDay.record())
    let parts = document.chapters[0].blocks.compactMap { block -> String? in
      if case .heading(let heading) = block { heading.text } else { nil }
    }
    #expect(
      parts == [
        "Wat zijn de sterktes van ons netwerk?", "Welke goede praktijken zien we in onze streek?",
        "Wat werkt, voor iedereen en voor wie meer nodig heeft?", "Waarvoor engageren de partners zich?",
        "Welke acties en nieuwe praktijken dragen we samen?",
      ])
  }

  @Test("Leads every reference to an entry of the annex")
  func referencesLead() throws {
    let document = try Paper.renderer().document(.report, record: SampleDay.record())
    #expect(document.referenced.count > 15)
    #expect(document.referenced.isSubset(of: document.entryNumbers))
  }

  @Test("Names every released and consented contribution in full in the annex")
  func annexIsWhole() throws {
    let record = try SampleDay.record()
    let document = try Paper.renderer().document(.report, record: record)
    #expect(document.entryNumbers == Set(record.contributions.filter { $0.may(.report) }.map(\.number)))
  }

  @Test("Has every chapter and no empty table, wherever the day stopped", arguments: steps)
  func stoppedAfter(step: StepID?) throws {
    let document = try Paper.renderer().document(.report, record: SampleDay.record(stoppedAfter: step))
    // The way from story to action has a chapter once there is an action.
    let hasActions = step == "actie" || step == "slot"
    #expect(document.chapters.count == (hasActions ? 15 : 14))
    #expect(document.chapters.contains { $0.title == "Van verhaal tot actie" } == hasActions)
    for chapter in document.chapters {
      #expect(!chapter.blocks.isEmpty, "\(chapter.title)")
      for case .table(let table) in chapter.blocks { #expect(!table.rows.isEmpty, "\(chapter.title)") }
      for case .list(let list) in chapter.blocks { #expect(!list.items.isEmpty, "\(chapter.title)") }
      for case .chart(let chart) in chapter.blocks { #expect(!chart.bars.isEmpty, "\(chapter.title)") }
    }
    #expect(document.referenced.isSubset(of: document.entryNumbers))
  }

  @Test("Says in one sentence that a step was not reached")
  func notReached() throws {
    let document = try Paper.renderer().document(.report, record: SampleDay.record(stoppedAfter: "droom"))
    for title in ["Voorstellen", "Wat vond de zaal ervan", "Hoe gingen mensen naar huis"] {
      let chapter = try #require(document.chapters.first { $0.title == title })
      #expect(chapter.blocks.count == 1)
      guard case .note(let note)? = chapter.blocks.first else { throw Missing() }
      #expect(note.kind == .absence)
      #expect(note.text.map(\.plain).joined().hasSuffix("kwam op deze dag niet aan bod."))
    }
    let dreams = try #require(document.chapters.first { $0.title == "Dromen" })
    #expect(dreams.blocks.count > 2)
  }

  @Test("Says of a step that was reached but gave nothing that there is nothing to tell")
  func reachedWithoutHarvest() throws {
    var record = try SampleDay.record()
    record.contributions.removeAll { $0.kind == .dream }
    let document = try Paper.renderer().document(.report, record: record)
    let dreams = try #require(document.chapters.first { $0.title == "Dromen" })
    #expect(
      dreams.blocks == [
        .note(Note(.absence, .plain("Bij de stap ‘Onze droom’ is er niets vrijgegeven dat in dit verslag mag staan.")))
      ])
  }

  @Test("Keeps worries in sight and marks late entries")
  func worriesAndLateEntries() throws {
    let texts = try Paper.renderer().document(.report, record: SampleDay.record()).texts
    #expect(texts.contains { $0.hasPrefix("Haar contract loopt af in juni.") })
    #expect(texts.contains { $0.contains("verhaal 5, kwam later binnen") })
  }

  @Test("Tells in the screen's words what is carried, where groups differ and where a minority says no, never who")
  func tensions() throws {
    let texts = try Paper.renderer().document(.report, record: SampleDay.record()).texts
    #expect(
      texts.contains {
        $0.contains("De meesten gaan mee, maar niet iedereen: 37 keer ‘ja’, 9 keer ‘ja, maar’, 3 keer ‘nee’.")
      })
    #expect(texts.contains { $0.contains("De groepen kijken hier anders naar: 21 keer ‘ja’") })
    #expect(texts.contains { $0.contains("Bijna iedereen gaat mee: 38 keer ‘ja’, 0 keer") })
  }

  @Test("Adds a merged theme's dots and stories to the theme it went into")
  func mergedThemes() throws {
    let day = QuotableDay(try SampleDay.record())
    #expect(day.themes.map(\.name) == ["Een open deur zonder vragen", "Eén naam, één gezicht", "Ouders aan tafel"])
    #expect(day.dots(of: day.themes[0]) == 78)
    #expect(day.members(of: day.themes[0], .story).map(\.number) == [1, 4, 5])
  }

  @Test("Survives themes that were merged in a circle")
  func circularMerge() throws {
    var record = try SampleDay.record()
    record.themes[0].mergedInto = record.themes[3].id
    _ = try Paper.renderer().document(.report, record: record)
  }

  private struct Missing: Error {}
}

@Suite("Every text of a document")
struct DocumentWordingTests {
  @Test(
    "Comes from the catalogue", arguments: DocumentKind.ofTheDay, [nil, "verhaal", "voorstel", "slot"] as [StepID?])
  func noKeysShow(kind: DocumentKind, step: StepID?) throws {
    let page = try Paper.text(kind, .html, SampleDay.record(stoppedAfter: step))
    for prefix in ["documents.", "kinds.", "fields.", "routes.", "positions.", "steps.", "terms.", "languages."] {
      let shown = page.range(of: prefix + "[a-z]", options: .regularExpression).map {
        page[$0.lowerBound...].prefix(60)
      }
      #expect(shown == nil, "\(shown ?? "")")
    }
  }

  @Test("Fills every placeholder", arguments: DocumentKind.ofTheDay)
  func placeholdersAreFilled(kind: DocumentKind) throws {
    let document = try Paper.renderer().document(kind, record: SampleDay.record())
    for text in document.texts {
      #expect(text.range(of: "\\{[a-z]+\\}", options: .regularExpression) == nil, "\(text)")
    }
  }
}
