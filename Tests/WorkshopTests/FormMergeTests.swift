import Testing
import Workshop

@Suite("A form that somebody else stored meanwhile")
struct FormMergeTests {
  private func draft(_ place: String, _ confidant: String) -> TrajectoryDraft {
    var draft = TrajectoryDraft()
    draft[.place] = place
    draft[.confidant] = confidant
    return draft
  }

  @Test("What only one of the two changed is kept, whoever it was")
  func apart() {
    let (merged, faults) = draft("De Vonk", "Jan").merged(with: draft("Zaal", "Els"), seen: draft("Zaal", "Jan"))
    #expect(merged[.place] == "De Vonk")
    #expect(merged[.confidant] == "Els")
    #expect(faults.isEmpty)
  }

  @Test("Of what both changed the second keeps the text and is told the other one")
  func both() {
    let (merged, faults) = draft("De Vonk", "Jan").merged(with: draft("De Kring", "Jan"), seen: draft("Zaal", "Jan"))
    #expect(merged[.place] == "De Vonk")
    #expect(faults == [.place: .changedMeanwhile(current: "De Kring")])
  }

  @Test("What both made the same is no matter of two opinions")
  func same() {
    let (merged, faults) = draft("De Vonk", "").merged(with: draft("De Vonk", ""), seen: draft("Zaal", "Jan"))
    #expect(merged[.place] == "De Vonk")
    #expect(faults.isEmpty)
  }

  @Test("Without what the form was opened with, every difference is told and nothing taken over")
  func unknown() {
    let (merged, faults) = draft("De Vonk", "Jan").merged(with: draft("Zaal", "Els"), seen: nil)
    #expect(merged[.confidant] == "Jan")
    #expect(Set(faults.keys) == [.place, .confidant])
  }
}
