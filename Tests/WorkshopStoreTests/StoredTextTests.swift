import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Reading back what was written")
struct StoredTextTests {
  @Test(
    "Any answers come back as they were, by the short way and by the long one",
    arguments: [
      [:], ["title": .text("")], ["title": .text("Zo’n \"citaat\" \\ / \n\t\r en een café 👩‍👧")],
      ["title": .text("\u{1}\u{8}\u{C}")], ["buildingBlocks": .list([])],
      ["buildingBlocks": .list(["a", "b\"c", "dé"])],
      ["criteria": .assessment([:])],
      ["criteria": .assessment(["bereikbaar": CriterionAnswer(answer: "deels", notForWhom: "wie \"ver\" woont")])],
      ["a": .text("x"), "b": .list(["y"]), "c": .assessment(["d": CriterionAnswer(answer: "ja")])],
    ] as [Body])
  func bodies(_ body: Body) throws {
    #expect(try JSONTextReader.body(JSONText.of(body)) == body)
    #expect(try JSONTextReader.body(StoredJSON.text(body)) == body)
  }

  @Test("Moves of cards come back as they were, and so do edits of themes among them")
  func changes() throws {
    let into = ThemeChange.member(theme: .numbered(50), contribution: .numbered(1), isIn: true)
    let theme = Theme(id: .numbered(50), name: "Tijd", buildingBlock: nil)
    for changes in [[], [into], [into, into.inverse], [.theme(before: nil, after: theme), into]] as [[ThemeChange]] {
      #expect(try JSONTextReader.changes(StoredJSON.text(changes)) == changes)
    }
    #expect(throws: (any Error).self) { try JSONTextReader.changes("[{\"member\":{\"isIn\":tru}}]") }
  }

  @Test("Spaces, numbers of escapes and other orders of writing are read all the same")
  func otherWriters() throws {
    #expect(try JSONTextReader.body("{ \"title\" : \"caf\\u00e9\" }") == ["title": .text("café")])
    #expect(try JSONTextReader.list("[ \"a\", \"\\u0062\" ]") == ["a", "b"])
    #expect(try JSONTextReader.list("[]") == [])
  }

  @Test(
    "What is no list or no answers is damage",
    arguments: ["", "[", "[\"a\"", "[\"a\"]x", "[1]", "{}", "\"a\"", "[\"\\x\"]", "[\"a\" \"b\"]"])
  func damaged(_ text: String) {
    #expect(throws: StoreError.self) { try JSONTextReader.list(text) }
    #expect(throws: (any Error).self) { try JSONTextReader.body(text == "{}" ? "{" : text) }
  }
}
