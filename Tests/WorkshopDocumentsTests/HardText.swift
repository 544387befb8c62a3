import Workshop

@testable import WorkshopDocuments

/// Text that breaks careless documents.
enum HardText {
  static let script =
    "<script>alert(1)</script>\" onload='x' <img src=x> & #set page() *vet* _schuin_ $x$ @bron \\u{41} // `code`"
  static let arabic = "شعرت عائلتي بالترحيب هنا، ثم قالت ابنتي: أريد أن أعود غدا."
  static let emoji = "Feest 🎈 in 👨‍👩‍👧 Duffel 🇧🇪 met thee ☕"
  /// 10,000 characters, the last ones of which can be looked for.
  static let long =
    String(String(repeating: "Zó was het: één dag, vele deuren. ", count: 294).prefix(9_980)) + " en dat was het slot"
  static let unbroken = String(repeating: "hottentottententententoonstelling", count: 12)

  /// The sample day with each of them in a story, and some in headings of people's own making.
  static func record() throws -> WorkdayRecord {
    var record = try SampleDay.record()
    for (index, text) in [script, arabic, emoji, long, unbroken].enumerated() {
      record.contributions[index].body["whatHappened"] = .text(text)
      record.contributions[index].body["whatHelped"] = .text(text)
      record.contributions[index].body["quote"] = nil
    }
    record.contributions[0].body["title"] = .text(script)
    record.contributions[1].body["title"] = .text(arabic)
    record.contributions[2].body["title"] = .text(emoji)
    record.themes[1].name = script
    record.trajectory.house = "Huis van het Kind <script>alert(1)</script> & Co"
    return record
  }
}
