import Testing
import Workshop

@Suite("The words on the screen")
struct CatalogueTests {
  let words: Catalogue

  init() throws {
    words = try .shipped()
  }

  private func missing(_ keys: [String]) -> [String] {
    keys.filter { key in words.text(for: key).map(\.isEmpty) ?? true }
  }

  @Test("Every field of every form has a label")
  func fields() {
    let keys = ContributionKind.allCases.flatMap { kind in
      FormDefinition.of(kind).fields.map { "fields.\(kind.rawValue).\($0.id).label" }
    }
    #expect(missing(keys).isEmpty)
  }

  @Test("A step's own words for a field stand for a field that it asks, and no child is asked to sort what it told")
  func stepFields() {
    let own = words.section("steps").keys.filter { $0.contains(".fields.") }.map { $0.split(separator: ".") }
    #expect(own.count > 3)
    for key in own {
      let step = StepDefinition.shipped(StepID(String(key[0])))
      #expect(step?.forms.contains { $0.field(FieldID(String(key[2]))) != nil } == true, "\(key)")
    }
    let child = FormDefinition.childStory
    #expect(
      child.fields.allSatisfy { field in
        switch field.kind {
        case .line, .text: FormDefinition.story.field(field.id)?.kind == field.kind
        default: false
        }
      })
    let asked = child.fields.map { words.label(of: $0.id, in: .story, at: "reporter") }
    #expect(asked.first == "Waar ben jij graag?")
    #expect(Set(asked).isDisjoint(with: child.fields.map { words.label(of: $0.id, in: .story, at: "verhaal") }))
  }

  @Test("No label stands for a field that is gone")
  func noStrayFields() {
    let labels = words.section("fields").keys.map { $0.split(separator: ".").prefix(2).joined(separator: ".") }
    let known = ContributionKind.allCases.flatMap { kind in
      FormDefinition.of(kind).fields.map { "\(kind.rawValue).\($0.id)" }
    }
    #expect(Set(labels).subtracting(known).isEmpty)
  }

  @Test("Every step has a name and a prompt, every phase a name")
  func steps() {
    #expect(missing(StepDefinition.shipped.flatMap { ["steps.\($0.id).name", "steps.\($0.id).prompt"] }).isEmpty)
    #expect(missing(Phase.allCases.map { "phases.\($0.rawValue)" }).isEmpty)
  }

  @Test("Every term has a label, every building block, criterion and principle a description")
  func terms() {
    let all = FrameworkContent.shipped.lists
    #expect(missing(all.flatMap { list, terms in terms.map { "terms.\(list.rawValue).\($0.id).label" } }).isEmpty)
    let described: [TermList] = [.buildingBlocks, .accessibilityCriteria, .workingPrinciples]
    #expect(
      missing(described.flatMap { list in (all[list] ?? []).map { "terms.\(list.rawValue).\($0.id).description" } })
        .isEmpty)
    #expect(Set(all.keys) == Set(TermList.allCases))
  }

  @Test("Every consent says what it gates")
  func consents() {
    #expect(
      missing(Consent.allCases.flatMap { ["consents.\($0.rawValue).label", "consents.\($0.rawValue).help"] }).isEmpty)
    #expect(missing(["consents.intro", "consents.guardian.label"]).isEmpty)
    #expect(words["consentLevels.version"] == Consent.textVersion)
  }

  @Test("States, routes, scenes, positions, languages and kinds have words")
  func names() {
    #expect(missing(ContributionState.allCases.map { "states.\($0.rawValue)" }).isEmpty)
    #expect(missing(EntryRoute.allCases.map { "routes.\($0.rawValue)" }).isEmpty)
    #expect(missing(Scene.allCases.map { "scenes.\($0.rawValue)" }).isEmpty)
    #expect(missing(StancePosition.allCases.map { "positions.\($0.rawValue)" }).isEmpty)
    #expect(missing(Language.allCases.map { "languages.\($0.rawValue)" }).isEmpty)
    #expect(
      missing(ContributionKind.allCases.flatMap { ["kinds.\($0.rawValue).one", "kinds.\($0.rawValue).other"] }).isEmpty)
  }

  @Test("Every item of the draaiboek has a title, a grouping and a goal")
  func runSheet() {
    for template in RunSheetTemplate.allCases {
      let items = (1...template.dayCount).flatMap { template.items(words, day: $0) }
      #expect(!items.isEmpty)
      for item in items {
        #expect(!item.title.hasPrefix("runSheet."))
        #expect(!item.grouping.isEmpty && !item.goal.isEmpty)
        #expect(item.step.map { StepDefinition.shipped($0) != nil } ?? true)
      }
      #expect(zip(items, items.dropFirst()).allSatisfy { $0.end == $1.start || $1.scene == .join })
    }
  }

  @Test("Every fault says what to do")
  func faults() {
    let all: [FieldFault] = [
      .missing, .tooLong(limit: 10, actual: 12), .tooMany(limit: 3), .unknownChoice, .unknownField, .wrongType,
      .notADate,
      .tooEarly, .unknownReference, .unreadablePhoto, .runSheet(.outOfRange(lowest: 0, highest: 5)),
      .runSheet(.notATime), .runSheet(.beforeStart(540)), .runSheet(.pastMidnight(1_450)), .runSheet(.endBeforeStart),
      .runSheet(.hasRun), .runSheet(.stays("Doen")), .runSheet(.tooMuch(5)), .runSheet(.notShortened),
    ]
    for fault in all {
      let message = fault.message(words)
      #expect(!message.hasPrefix("faults.") && !message.hasPrefix("runSheet.") && !message.contains("{"))
    }
    #expect(FieldFault.tooLong(limit: 10, actual: 12).message(words) == "Dit is 2 tekens te lang. Er passen er 10.")
  }

  @Test("A value that holds braces is not filled again")
  func fillsOnce() throws {
    let words = try Catalogue(language: .dutch, json: Array(#"{"a":{"b":"{x} en {y} {z}"}}"#.utf8))
    #expect(words("a.b", ["x": "{y}", "y": "{x}"]) == "{y} en {x} {z}")
    let odd = try Catalogue(language: .dutch, json: Array(#"{"a":"open { en } dicht {"}"#.utf8))
    #expect(odd("a", ["x": "y"]) == "open { en } dicht {")
  }

  @Test("Plurals follow the language", arguments: [(1, "1 verhaal"), (0, "0 verhalen"), (2, "2 verhalen")])
  func plurals(count: Int, text: String) throws {
    let json = #"{"n":{"one":"{count} verhaal","other":"{count} verhalen"}}"#
    #expect(try Catalogue(language: .dutch, json: Array(json.utf8))("n", count: count) == text)
  }

  @Test("A missing text shows its key, and a catalogue that is no object of texts is refused")
  func missingAndDamaged() {
    #expect(words["no.such.key"] == "no.such.key")
    #expect(throws: (any Error).self) { try Catalogue(language: .dutch, json: Array("[]".utf8)) }
    #expect(throws: WorkshopError.self) { try Catalogue(language: .dutch, json: Array(#"{"a":1}"#.utf8)) }
    #expect(throws: (any Error).self) { try Catalogue(language: .dutch, json: Array("{".utf8)) }
  }
}
