import Foundation
import Testing
import Workshop

/// Reads a value from JSON in a test.
enum JSONText {
  static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }
}

@Suite("Choosing a building block, and the scan")
struct DesignGroupsTests {
  @Test("A building block is full at the limit, unless it is opened beyond it; without a limit nothing is")
  func full() {
    var groups = DesignGroups(people: ["visie": 3, "personeel": 2], limit: 3)
    #expect(groups.isFull("visie") && !groups.isFull("personeel") && !groups.isFull("leiderschap"))
    groups.opened = ["visie"]
    #expect(!groups.isFull("visie"))
    groups.limit = nil
    #expect(!groups.isFull("personeel"))
  }

  @Test("A room from before there was a choice or a scan is read as one without")
  func earlierRoom() throws {
    let json = #"{"scene":"join","isBlank":false,"areDotsRevealed":false,"areStancesRevealed":false}"#
    let room = try JSONText.decode(RoomState.self, json)
    #expect(room.designGroupLimit == nil && room.openedBuildingBlocks == nil && room.revealedScan == nil)
  }

  @Test("Counts of the scan are told from five people up, question by question")
  func threshold() {
    let scan = CoordinationScan(
      answers: [.value: ["gedeeld": 3, "opgedragen": 1], .decision: ["partners": 2, "samen": 3]], people: 5)
    #expect(scan.spread(of: .value, threshold: 5) == nil)
    #expect(scan.spread(of: .decision, threshold: 5) == [2, 3, 0])
    #expect(scan.told(from: 5).answers.keys.map(\.rawValue) == ["beslissing"])
    #expect(scan.told(from: 10) == CoordinationScan())
  }

  @Test("Four of five the same is nearly everyone; below that people see it differently")
  func talk() {
    func talk(_ counts: [String: Int]) -> ScanTalk? {
      CoordinationScan(answers: [.time: counts]).talkingPoint(on: .time, threshold: 5)
    }
    #expect(talk(["gedeeld": 8, "opgedragen": 2]) == .alike)
    #expect(talk(["gedeeld": 7, "opgedragen": 3]) == .different)
    #expect(talk(["gedeeld": 4]) == nil)
  }

  @Test("The scan asks the framework's six conditions and who decides, and takes only its own answers")
  func questions() throws {
    let conditions = FrameworkContent.shipped.offered(.coordinationConditions).map(\.id)
    #expect(ScanQuestion.allCases.map(\.rawValue) == conditions + ["beslissing"])
    #expect(ScanQuestion.decision.answers == FrameworkContent.shipped.offered(.coordinationDecisions).map(\.id))
    #expect(
      ScanAnswers(["tijd": "gedeeld", "beslissing": "samen"])?.answers == [.time: "gedeeld", .decision: "samen"])
    #expect(ScanAnswers(["tijd": "samen"]) == nil)
    #expect(ScanAnswers(["geld": "gedeeld"]) == nil)
    let words = try Catalogue.shipped()
    for question in ScanQuestion.allCases {
      for key in ["label"] + question.answers {
        #expect(words.text(for: "scan.questions.\(question.rawValue).\(key)") != nil, "\(question) \(key)")
      }
    }
    for agreement in Agreement.allCases {
      #expect(words.text(for: "agreements.\(agreement.rawValue).name") != nil)
      #expect(words.text(for: "agreements.\(agreement.rawValue).question") != nil)
    }
    for section in FieldDefinition.Section.allCases {
      #expect(words.text(for: "sections.\(section.rawValue)") != nil)
    }
  }

  @Test("A proposal takes several levels and short answers to questions; one level told earlier is a list of one")
  func proposalFields() throws {
    func body(_ extra: String) throws -> Body {
      let json = """
        {"id":"00000000-0000-4000-8000-000000000001","step":"voorstel","kind":"proposal","body":{"sentence":"Zo is het.",
        "buildingBlock":"visie","forWhom":"Iedereen",\(extra)}}
        """
      return try Submission(json: Array(json.utf8), framework: .shipped).body
    }
    #expect(try body(#""level":["wijk","groep"]"#)["level"] == .list(["wijk", "groep"]))
    let earlier = Contribution(
      id: "x", number: 1, kind: .proposal, step: "voorstel", body: ["level": .text("wijk")], createdAt: .now,
      updatedAt: .now)
    #expect(earlier.list("level") == ["wijk"])
    let answered = try body(#""inclusion":{"bereik":"Wie ’s nachts werkt niet.","gaten":"  "}"#)
    #expect(answered["inclusion"] == .answers(["bereik": "Wie ’s nachts werkt niet."]))
    #expect(throws: SubmissionFault.self) { try body(#""inclusion":{"onbekend":"x"}"#) }
    #expect(throws: SubmissionFault.self) {
      try body(#""inclusion":{"bereik":"\#(String(repeating: "x", count: 501))"}"#)
    }
  }

  @Test("Every field of a proposal stands in a part of the form, and each part stands together")
  func sections() {
    let form = FormDefinition.proposal
    #expect(form.fields.allSatisfy { $0.section != nil })
    #expect(form.sections == FieldDefinition.Section.allCases)
  }
}
