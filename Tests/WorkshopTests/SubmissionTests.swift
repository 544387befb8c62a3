import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@Suite("A submission from a phone")
struct SubmissionTests {
  private func read(_ json: String) throws -> Submission {
    try Submission(json: Array(json.utf8), framework: .shipped)
  }

  private func faults(_ sample: SubmissionSample) throws -> [FieldID: FieldFault] {
    do { _ = try sample.submission() } catch SubmissionFault.fields(let faults) { return faults }
    return [:]
  }

  @Test("Every kind is read with all that was told", arguments: ContributionKind.allCases)
  func everyKind(kind: ContributionKind) throws {
    var sample = SubmissionSample(kind)
    if kind == .stanceReason { sample = sample.pointing("reasonFor", to: [.numbered(9)]) }
    let submission = try sample.submission()
    #expect(submission.kind == kind)
    #expect(submission.step == sample.step)
    #expect(submission.teller.groups == ["ouder"])
    #expect(submission.origin == Origin(route: .phone, table: "4", language: .dutch))
    #expect(submission.body.merging(sample.body) { own, _ in own } == sample.body)
  }

  @Test("A required field that is left out, empty or only spaces is missing", arguments: ContributionKind.allCases)
  func required(kind: ContributionKind) throws {
    for field in FormDefinition.of(kind).fields where field.isRequired {
      #expect(try faults(SubmissionSample(kind).with(field.id, nil))[field.id] == .missing)
      let empty: FieldValue = if case .references = field.kind { .list([]) } else { .text(" \n ") }
      #expect(try faults(SubmissionSample(kind).with(field.id, empty))[field.id] == .missing)
    }
  }

  @Test("Text up to the limit is taken and one character more is refused", arguments: ContributionKind.allCases)
  func limits(kind: ContributionKind) throws {
    for field in FormDefinition.of(kind).fields {
      let limit: Int
      switch field.kind {
      case .line(let most), .text(let most): limit = most
      default: continue
      }
      for letter in ["a", "é", "👨‍👩‍👧", "ع"] {
        // A family of emoji is 18 bytes and one character; the bytes are bounded at eight a character.
        let fits = letter.utf8.count <= 8 ? limit : limit * 8 / letter.utf8.count
        let full = SubmissionSample(kind).with(field.id, .text(String(repeating: letter, count: fits)))
        #expect(try faults(full)[field.id] == nil, "\(field.id) \(letter)")
        let over = SubmissionSample(kind).with(field.id, .text(String(repeating: letter, count: limit + 1)))
        #expect(try faults(over)[field.id] == .tooLong(limit: limit, actual: limit + 1), "\(field.id) \(letter)")
      }
    }
  }

  @Test("A story of ten thousand characters is taken whole")
  func tenThousand() throws {
    let text = String(String(repeating: "Één gezin, één deur 🌱. ", count: 500).prefix(9_999)) + "é"
    #expect(text.count == 10_000)
    let submission = try SubmissionSample(.story).with("whatHappened", .text(text)).submission()
    #expect(submission.body["whatHappened"] == .text(text))
  }

  @Test(
    "What people write is kept as it is",
    arguments: [
      "<script>alert('x')</script>", "مرحبا بكم في البيت", "👩🏽‍🦱 zei: “één”\n\tnieuwe regel", "=1+1",
      "'; DROP TABLE story; --",
      "\\u0041 {name} {{x}} & < >", "\u{202E}omgekeerd\u{202C}", "e\u{301}", "een\u{2028}regel",
    ])
  func keptAsIs(text: String) throws {
    #expect(try SubmissionSample(.story).with("whatHelped", .text(text)).submission().body["whatHelped"] == .text(text))
  }

  @Test("Control characters, which no document can hold, are left out")
  func controlCharacters() throws {
    let sample = SubmissionSample(.story).with("title", .text("Kof\u{0}fie\u{7} en\u{1B} taart"))
    #expect(try sample.submission().body["title"] == .text("Koffie en taart"))
    #expect(try faults(SubmissionSample(.story).with("title", .text("\u{0}\u{1}")))["title"] == .missing)
  }

  @Test("A choice outside the list, or made twice, is refused")
  func choices() throws {
    #expect(
      try faults(SubmissionSample(.story).with("recognisable", .text("misschien")))["recognisable"] == .unknownChoice)
    #expect(
      try faults(SubmissionSample(.story).with("buildingBlocks", .list(["visie", "x"])))["buildingBlocks"]
        == .unknownChoice)
    let twice = SubmissionSample(.story).with("buildingBlocks", .list(["visie", "visie"]))
    #expect(try faults(twice)["buildingBlocks"] == .unknownChoice)
    let answer = SubmissionSample(.proposal).with(
      "criteria", .assessment(["bereikbaar": CriterionAnswer(answer: "soms")]))
    #expect(try faults(answer)["criteria"] == .unknownChoice)
    let criterion = SubmissionSample(.proposal).with("criteria", .assessment(["x": CriterionAnswer(answer: "ja")]))
    #expect(try faults(criterion)["criteria"] == .unknownChoice)
  }

  @Test("A term that is no longer offered stays valid for who had the form open")
  func switchedOff() throws {
    #expect(
      try SubmissionSample(.story).with("buildingBlocks", .list(["netwerk"])).submission().body["buildingBlocks"] != nil
    )
  }

  @Test("An answer of the wrong type names its field and the rest is still checked")
  func wrongType() throws {
    var sample = SubmissionSample(.story).with("title", .list(["a"]))
    sample.body["quote"] = .text(String(repeating: "a", count: 281))
    #expect(try faults(sample) == ["title": .wrongType, "quote": .tooLong(limit: 280, actual: 281)])
    #expect(try faults(SubmissionSample(.story).with("buildingBlocks", .text("visie")))["buildingBlocks"] == .wrongType)
    #expect(try faults(SubmissionSample(.proposal).with("criteria", .text("ja")))["criteria"] == .wrongType)
  }

  @Test("A field the form does not have is refused")
  func unknownField() throws {
    #expect(try faults(SubmissionSample(.story).with("phone", .text("0470")))["phone"] == .unknownField)
  }

  @Test("A date that does not exist is refused")
  func dates() throws {
    #expect(
      try faults(SubmissionSample(.action).with("firstStepDate", .text("2026-02-30")))["firstStepDate"] == .notADate)
  }

  @Test("More references than fit, or what cannot be one, are refused")
  func references() throws {
    let many = SubmissionSample(.successFactor).pointing("restsOn", to: (1...13).map { .numbered($0) })
    #expect(try faults(many)["restsOn"] == .tooMany(limit: 12))
    let odd = SubmissionSample(.successFactor).with("restsOn", .list(["verhaal 1"]))
    #expect(try faults(odd)["restsOn"] == .unknownReference)
  }

  @Test("References become links, each once, and leave the body")
  func links() throws {
    let sample = SubmissionSample(.successFactor, 5).pointing(
      "restsOn", to: [.numbered(1), .numbered(2), .numbered(1)])
    let submission = try sample.submission()
    #expect(submission.links.map(\.to) == [ContributionID.numbered(1).rawValue, ContributionID.numbered(2).rawValue])
    #expect(submission.links.allSatisfy { $0.relation == .restsOn && $0.from == .numbered(5) })
    #expect(submission.body["restsOn"] == nil)
  }

  @Test("Only the consents that are asked count")
  func consents() throws {
    var sample = SubmissionSample(.evaluation)
    sample.teller.consents = [.screen, .report, .publication]
    #expect(try sample.submission().teller.consents == [.report])
  }

  @Test("Groups count once, and a group nobody knows is refused")
  func groups() throws {
    var sample = SubmissionSample(.story)
    sample.teller.groups = ["ouder", "partner", "ouder"]
    #expect(try sample.submission().teller.groups == ["ouder", "partner"])
    sample.teller.groups = ["directeur"]
    #expect(throws: SubmissionFault.unknownGroup("directeur")) { try sample.submission() }
  }

  @Test("A table label is cut to what a badge holds, and one that is no label is left out")
  func tables() throws {
    var sample = SubmissionSample(.story)
    for (typed, kept) in [
      ("  7 ", "7"), ("", nil), ("   ", nil), (String(repeating: "x", count: 30), String(repeating: "x", count: 20)),
      ("a" + String(repeating: "\u{301}", count: 500), nil),
    ] as [(String, String?)] {
      sample.table = typed
      #expect(try sample.submission().origin.table == kept)
    }
  }

  @Test(
    "What is not a submission is refused as unreadable",
    arguments: [
      "", "null", "[]", "{", "{}", "\"x\"", #"{"id":1}"#, "\u{FEFF}{}",
      #"{"id":"00000000-0000-4000-8000-000000000001","step":"verhaal","kind":"story"}"#,
      #"{"id":"00000000-0000-4000-8000-000000000001","step":"verhaal","kind":"story","body":[]}"#,
      #"{"id":"00000000-0000-4000-8000-000000000001","step":"verhaal","kind":"story","route":"duif","body":{}}"#,
    ])
  func unreadable(json: String) {
    #expect(throws: SubmissionFault.unreadable) { try read(json) }
  }

  @Test("Lists in lists without end are refused")
  func deep() {
    #expect(throws: SubmissionFault.unreadable) { try read(String(repeating: "[", count: 60_000)) }
  }

  @Test("Bytes that are not UTF-8 are refused")
  func notUTF8() {
    var json = Array(
      #"{"id":"00000000-0000-4000-8000-000000000001","step":"verhaal","kind":"story","body":{"title":"x"}}"#.utf8)
    json.replace([UInt8(ascii: "x")], with: [0xC3, 0x28])
    #expect(throws: SubmissionFault.self) { try Submission(json: json, framework: .shipped) }
  }

  @Test("A wrong id, step or kind is named")
  func envelope() throws {
    var sample = SubmissionSample(.story)
    sample.id = "verhaal-1"
    #expect(throws: SubmissionFault.badID) { try sample.submission() }
    sample = SubmissionSample(.story)
    sample.step = "middagdutje"
    #expect(throws: SubmissionFault.unknownStep("middagdutje")) { try sample.submission() }
    sample.step = "droom"
    #expect(throws: SubmissionFault.wrongKind("story")) { try sample.submission() }
  }

  @Test("What may be left out may be null")
  func nulls() throws {
    let json = #"""
      {"id":"00000000-0000-4000-8000-000000000001","step":"slot","kind":"evaluation","language":null,"route":null,
       "table":null,"teller":null,"body":{"mood":"zon","takesAlong":null}}
      """#
    let submission = try read(json)
    #expect(submission.body == ["mood": .text("zon")])
    #expect(submission.teller == Teller())
  }
}
