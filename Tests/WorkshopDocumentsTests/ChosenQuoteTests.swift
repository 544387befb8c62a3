import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("The quote that tells a success factor, in documents")
struct ChosenQuoteTests {
  private static let quote = "Ik mocht gewoon binnenkomen."

  /// The sample day in which the first factor is told by the quote of a story of its own.
  private func record(changing change: (inout Contribution) -> Void = { _ in }) throws -> WorkdayRecord {
    var record = try SampleDay.record()
    let factor = try #require(record.contributions.first { $0.kind == .successFactor })
    let story = try #require(record.contributions.firstIndex { $0.id == SampleDay.id(1) })
    record.contributions[story].body["quote"] = .text(Self.quote)
    change(&record.contributions[story])
    record.links.append(Link(from: factor.id, relation: .quotes, to: SampleDay.id(1).rawValue))
    return record
  }

  @Test("It stands with the factor, and in the annex with the story it comes from")
  func told() throws {
    let text = try Paper.text(.report, .html, record())
    #expect(text.components(separatedBy: Self.quote).count > 3)
  }

  @Test("It is gone where its story is, whatever becomes of the factor")
  func gone() throws {
    let held = try record { $0.state = .held }
    #expect(!(try Paper.text(.report, .html, held)).contains(Self.quote))
    let silent = try record { $0.teller.consents = [.screen] }
    #expect(!(try Paper.text(.report, .html, silent)).contains(Self.quote))
    var withdrawn = try record()
    withdrawn.contributions.removeAll { $0.id == SampleDay.id(1) }
    #expect(!(try Paper.text(.report, .html, withdrawn)).contains(Self.quote))
  }
}
