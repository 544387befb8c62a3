import Foundation
import Testing
import Workshop

@Suite("An id from outside")
struct IdentifierTests {
  @Test("A lower-case UUID is taken")
  func taken() {
    #expect(
      ContributionID(uuid: "0b7cf3a2-9d1e-4f58-8a6b-123456789abc")?.rawValue == "0b7cf3a2-9d1e-4f58-8a6b-123456789abc")
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", "0B7CF3A2-9D1E-4F58-8A6B-123456789ABC", "0b7cf3a29d1e4f588a6b123456789abc",
      "0b7cf3a2-9d1e-4f58-8a6b-123456789ab",
      "0b7cf3a2-9d1e-4f58-8a6b-123456789abcd", "0b7cf3a2-9d1e-4f58-8a6b-12345678 abc",
      "0b7cf3a2-9d1e-4f58-8a6b-123456789abg",
      "0b7cf3a29-d1e-4f58-8a6b-123456789abc", "'; DROP TABLE contribution; --xxxxxxx",
      "éb7cf3a2-9d1e-4f58-8a6b-12345678abc",
    ])
  func refused(text: String) {
    #expect(ContributionID(uuid: text) == nil)
  }

  @Test("A dictionary keyed by ids is a JSON object")
  func dictionary() throws {
    let json = try JSONEncoder().encode([FieldID("title"): FieldValue.text("x")])
    #expect(String(decoding: json, as: UTF8.self) == #"{"title":"x"}"#)
    #expect(try JSONDecoder().decode(Body.self, from: json) == ["title": .text("x")])
  }
}
