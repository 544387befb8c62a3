import Testing
import Workshop

@Suite("Merged themes")
struct ThemeTests {
  private func theme(_ id: ThemeID, into parent: ThemeID? = nil) -> Theme {
    Theme(id: id, name: "x", mergedInto: parent)
  }

  @Test("A theme that stands on its own is its own root")
  func alone() {
    #expect([theme("a")].root(of: "a") == "a")
    #expect([Theme]().root(of: "unknown") == "unknown")
  }

  @Test("A chain of merges leads to the last")
  func chain() {
    #expect([theme("a", into: "b"), theme("b", into: "c"), theme("c")].root(of: "a") == "c")
  }

  @Test("A circle, which the store forbids, does not hang")
  func circle() {
    let themes = [theme("a", into: "b"), theme("b", into: "a")]
    #expect(["a", "b"].contains(themes.root(of: "a")))
  }

  @Test("A person has three dots")
  func dots() {
    #expect(Dots(["a", "a", "b"]) != nil)
    #expect(Dots(["a", "b", "c", "d"]) == nil)
    #expect(Dots([]) != nil)
  }

  @Test("A device has room for twelve people")
  func voters() {
    let owner = OwnerKey([1])
    #expect(Voter(owner: owner, person: 11) != nil)
    #expect(Voter(owner: owner, person: 12) == nil)
    #expect(Voter(owner: owner, person: -1) == nil)
  }
}
