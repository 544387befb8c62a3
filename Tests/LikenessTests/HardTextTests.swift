import Testing

@testable import Likeness

@Suite("Texts that make a comparison hard")
struct HardTextTests {
  private func groups(_ texts: [LikenessText]) throws -> [LikeGroup] {
    Likeness(texts, quiet: LikenessText(id: "", language: "nl", parts: []), stopWords: try .shipped()).groups()
  }

  private func text(_ id: Int, _ words: String, _ language: String = "nl") -> LikenessText {
    LikenessText(id: String(id), language: language, parts: [.init(words)])
  }

  @Test("No text, one text and empty texts give nothing")
  func nothing() throws {
    #expect(try groups([]).isEmpty)
    #expect(try groups([text(1, "Soep op school")]).isEmpty)
    #expect(try groups((0..<10).map { text($0, $0 % 2 == 0 ? "" : "!!! ??? … 12") }).isEmpty)
    #expect(try groups((0..<10).map { text($0, "de het een en of maar") }).isEmpty)
  }

  @Test("Five hundred identical texts are one group, however large")
  func identical() throws {
    let groups = try groups((0..<500).map { text($0, "Een vrijwilliger had tijd en zette koffie") })
    #expect(groups.count == 1)
    #expect(groups.first?.members.count == 500)
    #expect(groups.first?.words.isEmpty == false)
  }

  @Test("Groups are no larger than a facilitator can name at a glance")
  func largest() throws {
    // Each speaks of the same thing and of something of its own.
    let own = ["soep", "fiets", "tuin", "film", "boot", "muziek", "trein", "dans", "verf", "hout", "brood", "kaas"]
    let texts = (0..<60).map { number in
      text(number, "buddy warm onthaal \(own[number % 12])\(own[number / 12 * 5 % 12]) \(own[number * 7 % 12])")
    }
    #expect(try groups(texts).allSatisfy { (3...12).contains($0.members.count) || $0.likeness >= 0.8 })
  }

  @Test(
    "Stories in other languages are stemmed in their own and grouped with each other",
    arguments: [
      (
        "fr",
        [
          "La bibliothèque prête des jouets aux familles", "Prêter des jouets à la bibliothèque",
          "Les jouets prêtés reviennent",
        ]
      ),
      ("en", ["The library lends toys", "Lending toys at the library", "Toys were lent by libraries"]),
      (
        "tr",
        ["Kütüphane oyuncak ödünç veriyor", "Oyuncaklar kütüphaneden ödünç alındı", "Kütüphanede oyuncaklar ödünç"]
      ),
      ("ar", ["المكتبة تعير ألعاب الأطفال", "ألعاب المكتبة للأطفال", "نستعير الألعاب من المكتبة للأطفال"]),
      ("uk", ["бібліотека позичає іграшки", "іграшки позичає бібліотека родинам", "бібліотека має іграшки"]),
    ])
  func languages(_ language: String, _ stories: [String]) throws {
    let dutch = ["Soep op school", "Fietsen in de stad", "Een tuin achter het huis", "Muziek voor peuters"]
    let texts = stories.enumerated().map { text($0, $1, language) } + dutch.enumerated().map { text(10 + $0, $1) }
    #expect(try groups(texts).map(\.members) == [["0", "1", "2"]])
  }

  @Test("Snowball takes Dutch words to their stem, and words of a language it does not know stay")
  func stems() {
    let dutch = Stemmer(language: "nl")
    for (one, many) in [("gezin", "gezinnen"), ("fiets", "fietsen"), ("huis", "huizen"), ("tafel", "tafels")] {
      #expect(dutch.stem(one) == dutch.stem(many))
    }
    #expect(dutch.stem("school") == dutch.stem("scholen"))
    #expect(Stemmer(language: "uk").stem("бібліотека") == "бібліотека")
    #expect(Stemmer(language: "").stem("huizen") == "huizen")
  }

  @Test("Letters with a mark of their own are the same word, composed or not")
  func composition() {
    #expect("cafe\u{301}".likenessWords == ["café"])
    #expect("’s Avonds: ÉÉN-oudergezinnen!".likenessWords == ["s", "avonds", "één", "oudergezinnen"])
  }

  @Test("Agreement is 1 for the same groups, and about nothing for others")
  func agreement() {
    #expect(Agreement.adjustedRandIndex([1, 1, 2, 2], [7, 7, 3, 3]) == 1)
    #expect(abs(Agreement.adjustedRandIndex([1, 1, 2, 2], [1, 2, 1, 2])) <= 0.5)
    #expect(Agreement.adjustedRandIndex([1, 1, 2, 2], [1, 2, 1, 2]) < 0)
    #expect(Agreement.adjustedRandIndex([], []) == 1)
  }
}
