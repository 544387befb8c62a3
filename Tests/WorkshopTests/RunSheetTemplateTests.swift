import Testing
import Workshop

@Suite("The plans a draaiboek is made from")
struct RunSheetTemplateTests {
  private let words: Catalogue

  init() throws {
    words = try .shipped()
  }

  private func sheets(_ template: RunSheetTemplate) -> [RunSheet] {
    (1...template.dayCount).map { template.runSheet(id: Gathering.workdayID($0), day: $0, date: nil, words: words) }
  }

  @Test("Every plan stands up to its own checks", arguments: RunSheetTemplate.allCases)
  func checks(_ template: RunSheetTemplate) {
    let sheets = sheets(template)
    for (number, sheet) in sheets.enumerated() {
      let checks = sheet.checks(isLastWorkday: number == sheets.count - 1, words: words)
      #expect(checks.map { $0.text(words) } == [])
    }
  }

  @Test("Every item says how it goes, who leads it and what to do when it cannot", arguments: RunSheetTemplate.allCases)
  func texts(_ template: RunSheetTemplate) {
    for item in sheets(template).flatMap(\.items) {
      for field in [RunSheetItem.TextField.title, .goal, .grouping, .method, .lead, .planB] {
        #expect(!item[field].isEmpty, "\(template.rawValue) \(item.id) \(field)")
      }
      #expect(item.texts.allSatisfy { $0.value.count <= $0.key.limit })
    }
  }

  @Test("The ids of the items of a traject are all different", arguments: RunSheetTemplate.allCases)
  func ids(_ template: RunSheetTemplate) {
    let ids = sheets(template).flatMap(\.items).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("A whole cycle: one day, or two days together, reach Doen; day 2 looks back first")
  func cycle() {
    for template in [RunSheetTemplate.oneDay, .twoDay] {
      let steps = Set(sheets(template).flatMap(\.items).compactMap(\.step))
      #expect(
        steps.isSuperset(of: ["verhaal", "succesfactor", "stippen", "droom", "voorstel", "galerij", "actie", "slot"]))
    }
    let days = sheets(.twoDay)
    #expect(days[0].items.allSatisfy { [.frame, .discover, .dream].contains($0.phase) })
    #expect(days[1].items.count { $0.step == "voorstel" } == 2)
    #expect(days[1].items[1].scene == .themes)
  }

  @Test("The moment with children takes 2 h 25 and never names the method")
  func short() {
    let sheet = sheets(.short)[0]
    #expect(sheet.end - sheet.gathering.start == 145)
    #expect(sheet.gathering.audience == .children)
    let terms = [
      "ontdekken", "waarderend", "positieve kern", "succesfactor", "bouwsteen", "ontwerp", "galerij", "4-d", "thema",
      "interview", "proportioneel",
    ]
    for item in sheet.items {
      for (field, text) in item.texts {
        #expect(terms.allSatisfy { !text.lowercased().contains($0) }, "\(item.id) \(field)")
      }
    }
  }

  @Test("Breaks, lunch and the gallery are never shortened, whatever the plan", arguments: RunSheetTemplate.allCases)
  func protected(_ template: RunSheetTemplate) {
    for item in sheets(template).flatMap(\.items) {
      let title = item.title.lowercased()
      let isRest = ["pauze", "lunch", "vieruurtje", "galerij"].contains { title.contains($0) }
      #expect(item.isNeverShortened == isRest, "\(item.id)")
    }
  }
}
