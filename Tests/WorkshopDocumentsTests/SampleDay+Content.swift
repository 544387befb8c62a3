import Foundation
import Workshop

// What people told on the sample day, in our own words after the practices of Eeklo (seed 000).

extension SampleDay {
  struct Story {
    let title: String
    let happened: String
    let helped: String
    let blocks: [String]
    var quote = ""
    var worry = ""
    var notReached = ""
    var groups: [String] = []
  }

  static let stories: [Story] = [
    Story(
      title: "De Babybazaar als eerste deur",
      happened:
        "Ik kwam voor een buggy op de Babybazaar. Er was koffie, en iemand vroeg hoe het met míj ging.\nZo leerde ik de Opgroeibabbels kennen.",
      helped: "Niemand moest uitleggen waarom ze kwamen. Iedereen koopt er, dus niemand valt op.",
      blocks: ["dienstverlening"],
      quote: "“Ik kwam voor een buggy en ging naar huis met een vriendin.”",
      worry: "Wie ’s zaterdags werkt, kan nooit komen.",
      notReached: "Alleenstaande vaders zag ik er niet.", groups: ["ouder"]),
    Story(
      title: "Eén logo op de Speelbazaar",
      happened: "Vroeger stonden er negen logo’s op de affiche. Toen kozen we er één: dat van het Huis van het Kind.",
      helped: "Mensen dachten niet meer dat het alleen voor één wijk was.", blocks: ["communicatie", "visie"],
      quote: "“Nu weet ik dat het ook voor ons is.”", groups: ["partner"]),
    Story(
      title: "Ouders voor ouders bij de schepen",
      happened:
        "Een werkgroep van ouders legde aan het bestuur uit wat een uitstap voor hen kost. Het tarief ging omlaag.",
      helped: "De ouders kozen zelf wat op de agenda kwam.", blocks: ["leiderschap", "financien-en-tijd"],
      quote: "“Voor één keer zat ik niet in de wachtzaal maar aan de tafel.”", groups: ["ouder", "vrijwilliger"]),
    Story(
      title: "Samen in dezelfde vorming",
      happened: "De jeugddienst, de CLB-arts en de groepswerker volgden samen drie dagen vorming.",
      helped: "Je belt sneller iemand met wie je samen soep hebt gegeten.", blocks: ["personeel"], groups: ["partner"]),
    Story(
      title: "De Schatkamer op woensdag",
      happened: "Kinderen kiezen zelf spelmateriaal, ouders blijven hangen. Ik zag een oma voor het eerst meespelen.",
      helped: "Er is geen inschrijving en geen einduur.", blocks: ["dienstverlening"],
      notReached: "Gezinnen zonder auto uit de velden achter de vaart.", groups: ["vrijwilliger"]),
    Story(
      title: "De brugfiguur die meeging",
      happened: "Ze ging mee tot aan het loket. De tweede keer ging ik alleen.",
      helped: "Tijd. Ze keek niet op haar klok.",
      blocks: [], worry: "Haar contract loopt af in juni.", groups: ["ouder"]),
  ]

  static let themes: [Theme] = [
    Theme(
      id: "00000000-0000-4000-9000-000000000001", name: "Een open deur zonder vragen", buildingBlock: "dienstverlening",
      isPositiveCore: true),
    Theme(
      id: "00000000-0000-4000-9000-000000000002", name: "Eén naam, één gezicht", buildingBlock: "communicatie",
      isPositiveCore: true),
    Theme(id: "00000000-0000-4000-9000-000000000003", name: "Ouders aan tafel", buildingBlock: "leiderschap"),
    Theme(
      id: "00000000-0000-4000-9000-000000000004", name: "Drempels weg", buildingBlock: "dienstverlening",
      mergedInto: "00000000-0000-4000-9000-000000000001"),
  ]

  static let dots: [ThemeID: Int] = [
    "00000000-0000-4000-9000-000000000001": 61, "00000000-0000-4000-9000-000000000002": 38,
    "00000000-0000-4000-9000-000000000003": 44, "00000000-0000-4000-9000-000000000004": 17,
  ]

  mutating func story(_ story: Story, index: Int) {
    var body: Body = [
      "title": .text(story.title), "whatHappened": .text(story.happened), "whatHelped": .text(story.helped),
      "buildingBlocks": .list(story.blocks), "recognisable": .text("niemand"),
    ]
    if contributions.count >= Self.stories.count {
      body["whatHappened"] = .text(Array(repeating: story.happened, count: 6).joined(separator: " "))
    }
    for (field, text) in [("quote", story.quote), ("worry", story.worry), ("notReachedYet", story.notReached)]
    where !text.isEmpty {
      body[FieldID(field)] = .text(text)
    }
    let routes: [EntryRoute] = [.phone, .phone, .scribe, .paper, .facilitator]
    let id = add(
      .story, "verhaal", body, groups: story.groups, route: routes[index % routes.count], isLate: index % 6 == 4)
    link(id, .belongsTo, Self.themes[index % Self.themes.count].id.rawValue)
  }

  mutating func discover() {
    for (index, told) in Self.stories.enumerated() { story(told, index: index) }
    add(
      .story, "verhaal",
      [
        "title": .text("Stil verhaal"), "whatHappened": .text(Self.canary), "whatHelped": .text(Self.canary),
        "buildingBlocks": .list(["visie"]),
      ], consents: [.screen], groups: ["kind"])
    add(
      .story, "verhaal", ["title": .text(Self.canary), "whatHappened": .text(Self.canary), "whatHelped": .text("x")],
      state: .held, holdReason: "iemand is herkenbaar")
    add(
      .story, "verhaal", ["title": .text(Self.canary), "whatHappened": .text(Self.canary), "whatHelped": .text("x")],
      state: .waiting)
    let factors: [(String, [Int])] = [
      ("Het lukte omdat niemand moest zeggen waarom hij kwam.", [1, 5, 7]),
      ("Het lukte omdat er één vertrouwd gezicht was.", [1, 6]),
      ("Het lukte omdat ouders mee beslisten.", [3]),
    ]
    for (sentence, stories) in factors {
      let id = add(.successFactor, "succesfactor", ["sentence": .text(sentence)], route: .scribe)
      for story in stories { link(id, .restsOn, Self.id(story).rawValue) }
      link(id, .belongsTo, Self.themes[0].id.rawValue)
    }
  }

  mutating func dream() {
    let first = add(
      .dream, "droom",
      [
        "title": .text("Het huis met twee grote deuren"),
        "vision": .text("Over drie jaar heeft elk gezin een sleutel. Je hoort gelach tot op straat."),
      ],
      photo: Self.jpeg)
    link(first, .answers, Self.themes[0].id.rawValue)
    add(
      .dream, "droom",
      [
        "title": .text("Koffie en taart"),
        "vision": .text("Elke woensdag ruikt het hier naar koffie en taart, en iedereen weet dat."),
      ])
  }

  mutating func design() {
    let sentences = [
      (
        "Elk gezin in Duffel heeft binnen de week na de geboorte iemand die langskomt en blijft komen zolang het nodig is.",
        "dienstverlening"
      ),
      ("In elke wijk beslissen ouders mee waarvoor het wijkbudget dient.", "leiderschap"),
      ("Alles wat er voor gezinnen is, staat op één blad, in duidelijke taal en met prenten.", "communicatie"),
    ]
    var proposals: [ContributionID] = []
    for (sentence, block) in sentences {
      let id = add(
        .proposal, "voorstel",
        [
          "sentence": .text(sentence), "buildingBlock": .text(block),
          "forWhom": .text("Alle gezinnen met een kind tot 3 jaar"),
          "whatChanges": .text("Niemand valt nog tussen twee diensten."),
          "forEveryone": .text("Eén bezoek voor elk gezin."),
          "moreWhereNeeded": .text("Meer bezoeken waar een gezin dat vraagt."),
          "withoutStigma": .text("Iedereen krijgt het eerste bezoek, dus niemand valt op."),
          "criteria": .assessment([
            "bereikbaar": .init(answer: "ja"), "betaalbaar": .init(answer: "ja"),
            "begrijpbaar": .init(answer: "deels", notForWhom: "wie nog geen Nederlands leest"),
            "beschikbaar": .init(answer: "nee", notForWhom: "gezinnen die in ploegen werken"),
          ]),
          "notReached": .text("Gezinnen zonder vast adres"), "level": .text("wijk"),
          "checklist": .list(["positief", "haalbaar"]),
          "signal": .text(block == "dienstverlening" ? "De wachtlijst voor kinderopvang" : ""),
          "signalAddressee": .text(block == "dienstverlening" ? "Opgroeien" : ""),
        ], route: .scribe)
      link(id, .restsOn, Self.id(1).rawValue, Self.themes[0].id.rawValue)
      proposals.append(id)
    }
    judge(proposals)
  }

  private mutating func judge(_ proposals: [ContributionID]) {
    let spreads: [[(StancePosition, String, Int)]] = [
      [
        (.yes, "ouder", 15), (.yes, "partner", 14), (.yesBut, "ouder", 4), (.yesBut, "partner", 5), (.no, "beleid", 3),
        (.yes, "beleid", 8),
      ],
      [(.yes, "ouder", 16), (.no, "beleid", 9), (.no, "partner", 6), (.yesBut, "partner", 10), (.yes, "jongere", 5)],
      [(.yes, "ouder", 20), (.yes, "partner", 18)],
    ]
    for (proposal, spread) in zip(proposals, spreads) {
      for (position, group, count) in spread {
        stances += Array(repeating: Stance(proposal: proposal, position: position, groups: [group]), count: count)
      }
    }
    for (index, reason) in ["Ik wil zelf kiezen wie er binnenkomt.", "Wie betaalt dit na het eerste jaar?"].enumerated()
    {
      let id = add(.stanceReason, "galerij", ["text": .text(reason)])
      link(id, .reasonFor, proposals[index].rawValue)
    }
  }

  mutating func act() {
    guard let proposal = contributions.first(where: { $0.kind == .proposal })?.id else { return }
    let visit = add(
      .action, "actie",
      [
        "what": .text("Een proefjaar met huisbezoeken in twee wijken"), "lead": .text("Kind en Gezin, regioteam"),
        "firstStep": .text("De twee wijken kiezen met ouders uit die wijken"), "firstStepDate": .text("2026-12-03"),
        "endDate": .text("2027-12-01"), "helpers": .text("Wijkcentrum De Kring; vroedvrouwen"),
        "needed": .text("Een halve dag per week"),
        "familiesDecide": .text("Twee ouders zitten in het team"),
      ])
    link(visit, .followsFrom, proposal.rawValue)
    add(
      .action, "actie",
      [
        "what": .text("Eén blad met prenten"), "lead": .text("Bibliotheek"),
        "firstStep": .text("Alle folders op tafel leggen"),
      ])
    add(
      .action, "actie",
      [
        "what": .text(Self.canary), "lead": .text(Self.canary), "firstStep": .text(Self.canary),
        "firstStepDate": .text("2026-12-09"),
      ], consents: [])
    let offer = add(
      .pledge, "actie",
      ["pledgeKind": .text("aanbod"), "what": .text("Een lokaal op woensdag"), "giver": .text("Bibliotheek Duffel")])
    link(offer, .supports, visit.rawValue)
    let request = add(
      .pledge, "actie",
      [
        "pledgeKind": .text("vraag"), "what": .text("Iemand die tolkt in het Arabisch"),
        "giver": .text("Actieteam huisbezoek"),
      ])
    link(request, .supports, visit.rawValue)
    add(.pledge, "actie", ["pledgeKind": .text("vraag"), "what": .text("Een bakfiets"), "giver": .text("Speelbazaar")])
    add(.pledge, "actie", ["pledgeKind": .text("engagement"), "what": .text("Ik bel tien ouders op")])
    for (mood, along) in [
      ("zon", "Dat wij niet alleen zijn."), ("zon", ""), ("zon-en-wolk", "Eén telefoontje volstaat soms."),
      ("wolk", ""),
    ] {
      add(
        .evaluation, "slot",
        [
          "mood": .text(mood), "takesAlong": .text(along),
          "couldBeBetter": .text(mood == "wolk" ? "Meer tijd om te dromen." : ""),
        ])
    }
  }

  /// Text that may stand in no document: its tellers do not allow it, or it was not released.
  static let canary = "KANARIEVOGEL"

  /// A picture of 16 by 12 dots in warm orange.
  static let jpeg = Array(
    Data(
      base64Encoded: """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAMABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwCnRRRXjHsn/9k=
        """, options: .ignoreUnknownCharacters) ?? Data())
}
