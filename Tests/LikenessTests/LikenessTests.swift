import Likeness
import Testing

@Suite("Which texts are alike")
struct LikenessTests {
  private func text(_ id: String, _ words: String, language: String = "nl") -> LikenessText {
    LikenessText(id: id, language: language, parts: [.init(words)])
  }

  private func likeness(_ texts: [LikenessText], quiet: String = "") throws -> Likeness {
    Likeness(texts, quiet: text("", quiet), stopWords: try .shipped())
  }

  private let room = [
    ("soep1", "Na schooltijd was er soep in de refter en iedereen schoof aan tafel aan."),
    ("soep2", "We aten samen soep aan een lange tafel, en de buren kwamen erbij."),
    ("soep3", "De tafels stonden vol soepkommen; wie binnenkwam, kreeg een kom."),
    ("fiets1", "Mijn dochter leerde fietsen op een geleende fiets van de fietsbib."),
    ("fiets2", "De fietsbib leent fietsen uit; dat scheelt ons elke keer een aankoop."),
    ("fiets3", "Lenen bij de fietsbib is gratis en de fiets past altijd."),
    ("apart", "De verwarming viel uit tijdens de vergadering over begrotingen."),
  ]

  private func texts() -> [LikenessText] { room.map { text($0.0, $0.1) } }

  @Test("Texts about the same thing form a group, told by the words they share, as people wrote them")
  func groups() throws {
    let groups = try likeness(texts()).groups()
    #expect(Set(groups.map { Set($0.members) }) == [["soep1", "soep2", "soep3"], ["fiets1", "fiets2", "fiets3"]])
    let bikes = try #require(groups.first { $0.members.contains("fiets1") })
    #expect(bikes.words.contains("fietsbib"))
    let said = Set(room.flatMap { $0.1.lowercased().split { !$0.isLetter }.map(String.init) })
    #expect(groups.flatMap(\.words).allSatisfy(said.contains))
  }

  @Test("The same texts give the same groups, to the last digit")
  func determinism() throws {
    let first = try likeness(texts()).groups()
    for _ in 0..<5 { #expect(try likeness(texts()).groups() == first) }
  }

  @Test("Only the texts that are asked about are grouped")
  func some() throws {
    let groups = try likeness(texts()).groups(among: ["soep1", "soep2", "fiets1", "fiets2", "fiets3"])
    #expect(groups.map(\.members) == [["fiets1", "fiets2", "fiets3"]])
  }

  @Test("A loose text is offered to the theme it is like, by the words they share")
  func fits() throws {
    let themes = [
      LikenessTheme(id: "T1", name: "Samen aan tafel", members: ["soep1", "soep2"]),
      LikenessTheme(id: "T2", name: "Lenen", members: ["fiets1", "fiets2"]),
    ]
    let fits = try likeness(texts()).fits(of: ["soep3", "fiets3", "apart"], in: themes)
    #expect(Dictionary(uniqueKeysWithValues: fits.map { ($0.text, $0.theme) }) == ["soep3": "T1", "fiets3": "T2"])
    #expect(fits.first { $0.text == "fiets3" }?.words.contains("fietsbib") == true)
  }

  @Test("A theme's name alone is enough to be offered")
  func nameOnly() throws {
    let empty = LikenessTheme(id: "T", name: "Fietsen lenen bij de fietsbib", members: [])
    #expect(try likeness(texts()).fits(of: ["fiets3", "apart"], in: [empty]).map(\.text) == ["fiets3"])
  }

  @Test("Two themes that fit as well as each other are not chosen between")
  func tie() throws {
    let themes = ["T1", "T2"].map { LikenessTheme(id: $0, name: "", members: ["fiets1", "fiets2"]) }
    #expect(try likeness(texts()).fits(of: ["fiets3"], in: themes).isEmpty)
  }

  @Test("Texts that share one word only are no group")
  func oneWord() throws {
    let texts = [
      text("a", "De bibliotheek kocht stoelen"), text("b", "Regen viel op de bibliotheek"),
      text("c", "Zondag zong bibliotheek Grimbergen"), text("d", "Appels peren bananen"),
    ]
    #expect(try likeness(texts).groups().isEmpty)
  }

  @Test("Words of the question count little")
  func quietWords() throws {
    let texts = (0..<6).map { number in
      text("\(number)", "gezinnen voelen zich welkom \(["soep", "fiets", "tuin", "muziek", "film", "boot"][number])")
    }
    // Among texts that have nothing else, the question's words would be all that is left.
    let nouns = "appel brug cirkel deken emmer gordijn hamer iglo jurk kano ladder mand noot oven pijl"
    let others = nouns.split(separator: " ").map { text(String($0), String($0)) }
    let question = "Wanneer voelen gezinnen zich welkom?"
    let loud = try likeness(texts + others).groups().first?.likeness ?? 0
    let hushed = try likeness(texts + others, quiet: question).groups().first?.likeness ?? 0
    #expect(loud > 0.3)
    #expect(hushed < loud / 3)
  }

  @Test("A word that ends in another counts as that one too")
  func compounds() throws {
    let texts = [
      text("a", "De speelbazaar bracht buren samen"), text("b", "Op de babybazaar praatten buren"),
      text("c", "Een bazaar voor buren"),
    ]
    let others = (0..<12).map { text("x\($0)", "woord\(UnicodeScalar(UInt8(97 + $0)))") }
    #expect(try likeness(texts + others).groups().map(\.members) == [["a", "b", "c"]])
  }
}
