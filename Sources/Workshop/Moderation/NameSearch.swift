import Foundation

/// Looks for names of people: known first names, a title before a capital, and two capitals in the middle of a sentence.
struct NameSearch: Sendable {
  /// One word of a text.
  private struct Word {
    let text: String
    let lower: String
    let range: NSRange
    let startsSentence: Bool
    /// Whether only a space stands between it and the word before.
    let followsOn: Bool

    var isCapitalised: Bool { text.first?.isUppercase == true }
    /// "OCMW", "CLB": an organisation, not a person.
    var isAbbreviation: Bool { text.count > 1 && text.allSatisfy { $0.isUppercase || !$0.isLetter } }
  }

  private let own: Set<String>
  private let names = FirstNames.shipped

  init(sparing texts: [String]) {
    own = Set(texts.flatMap { $0.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "'" }.map(String.init) })
      .subtracting(Self.particles)
  }

  /// Whether a word is one of the traject's own.
  func isOwn(_ word: String) -> Bool { own.contains(word.lowercased()) }

  func hints(in string: NSString) -> [IdentifyingHint] {
    let words = Self.words(in: string)
    var (hints, at): ([IdentifyingHint], Int) = ([], 0)
    while at < words.count {
      guard let range = name(in: words, at: at) else {
        at += 1
        continue
      }
      let (first, last) = (words[range.lowerBound].range, words[range.upperBound].range)
      let whole = NSRange(location: first.location, length: last.location + last.length - first.location)
      hints.append(
        IdentifyingHint(
          kind: .name, start: whole.location, length: whole.length, text: string.substring(with: whole)))
      at = range.upperBound + 1
    }
    return hints
  }

  /// The words of a name that begins here, or nil.
  private func name(in words: [Word], at: Int) -> ClosedRange<Int>? {
    let word = words[at]
    if Self.titles.contains(word.lower), let first = called(by: at, in: words) {
      return at...tail(of: words, from: first)
    }
    if Self.introductions.contains(word.lower), at + 1 < words.count, words[at + 1].followsOn, isPerson(words[at + 1]) {
      return (at + 1)...tail(of: words, from: at + 1)
    }
    guard isPerson(word) else { return nil }
    if names.plain.contains(word.lower) || (names.doubtful.contains(word.lower) && !word.startsSentence) {
      return at...tail(of: words, from: at)
    }
    let first = at > 0 ? words[at - 1] : nil
    let comesAfterName = first.map { $0.isCapitalised && word.followsOn } ?? false
    guard !word.startsSentence, !comesAfterName, !Self.articles.contains(word.lower) else { return nil }
    // Last of all: a row of capitals would be walked to its end from each of its words.
    let last = tail(of: words, from: at)
    return last > at ? at...last : nil
  }

  /// The word of a name behind a title, particles passed over ("dokter Van den Berghe"); nil where there is none.
  private func called(by title: Int, in words: [Word]) -> Int? {
    var at = title + 1
    while at < words.count, words[at].followsOn || (at == title + 1 && Self.isShort(words[title].lower)) {
      if isPerson(words[at]) || (at == title + 1 && names.contains(words[at].lower)) { return at }
      guard Self.particles.contains(words[at].lower) else { return nil }
      at += 1
    }
    return nil
  }

  /// Whether a word with a capital may be somebody's.
  private func isPerson(_ word: Word) -> Bool {
    word.isCapitalised && !word.isAbbreviation && !own.contains(word.lower) && !Self.known.contains(word.lower)
      && !word.lower.hasPrefix("sint-") && word.text.count > 1 && !Self.isCalled(word.lower)
  }

  /// The last word of a name: what follows with a capital, particles between.
  private func tail(of words: [Word], from start: Int) -> Int {
    var last = start
    var at = start + 1
    while at < words.count, words[at].followsOn {
      if isPerson(words[at]) { last = at } else if !Self.particles.contains(words[at].lower) { break }
      at += 1
    }
    return last
  }

  private static let word = try? NSRegularExpression(pattern: #"\p{L}[\p{L}\p{M}'’-]*"#)

  private static func words(in string: NSString) -> [Word] {
    let matches = word?.matches(in: string as String, range: NSRange(location: 0, length: string.length)) ?? []
    var end = 0
    return matches.map { match in
      let gap = string.substring(with: NSRange(location: end, length: match.range.location - end))
      let isFirst = end == 0
      end = match.range.location + match.range.length
      let text = string.substring(with: match.range)
      return Word(
        text: text, lower: text.lowercased().replacing("’", with: "'"), range: match.range,
        startsSentence: isFirst || gap.contains { ".!?:;\n\r\"“”„«»‘•–—".contains($0) },
        followsOn: !isFirst && gap == " ")
    }
  }

  private static func isShort(_ title: String) -> Bool { ["mevr", "dhr", "dr", "mw", "mr"].contains(title) }

  /// "Kerkstraat", "Lindelaan": a street, not a family.
  private static func isCalled(_ word: String) -> Bool {
    ["straat", "laan", "plein", "steenweg", "school", "bib", "dienst", "huis", "park", "wijk"].contains {
      word.hasSuffix($0)
    }
  }

  private static let titles = words(
    """
    mevrouw mevr mw meneer mijnheer dhr mr juf juffrouw meester dokter dr zuster pater pastoor tante nonkel oma opa
    madame monsieur onthaalmoeder familie buurvrouw buurman imam directeur directrice
    """)

  /// Words that are often followed by somebody's name, and are no part of it ("mijn man Abdelmalek").
  private static let introductions = words(
    """
    heet heette heten noemt man vrouw zoon zoontje dochter dochtertje broer broertje zus zusje vriend vriendin kleinzoon
    kleindochter neef nicht collega vrijwilliger vrijwilligster onthaalouder
    """)

  private static let particles = words("van de der den het 't ter ten el al le la du des ben bin abu ould von di da 't")
  private static let articles = words("de het een 't la le les")

  /// Words that have a capital and are nobody: days, months, feasts, places, languages, organisations and brands.
  private static let known = words(
    """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
    september oktober november december kerst kerstmis pasen pinksteren sinterklaas sint piet carnaval nieuwjaar halloween
    ramadan suikerfeest offerfeest eid moederdag vaderdag vlaanderen wallonië brussel bruxelles belgië europa antwerpen gent
    leuven mechelen brugge hasselt genk aalst kortrijk oostende turnhout lier duffel molenbeek schaarbeek anderlecht laken
    vilvoorde dendermonde roeselare limburg vlaams vlaamse brabant nederland nederlands nederlandse frankrijk frans franse
    duits duitse engels engelse engeland spanje spaans spaanse italië italiaans italiaanse arabisch arabische turks turkse
    turkije marokko marokkaans marokkaanse syrië syrisch syrische afghanistan afghaans afghaanse oekraïne oekraïens
    oekraïense pools poolse polen roemeens roemeense roemenië bulgaars bulgaarse bulgarije congo congolees congolese somalië
    somalisch somali eritrea tigrinya pasjtoe dari farsi berbers tamazight ghana nigeria portugal portugees portugese belg
    belgen belgisch belgische westerse afrika afrikaans afrikaanse azië god allah jezus bijbel koran islam
    huis huizen kind gezin gezinnen elk telt opgroeien groeipakket kinderopvang kaleido rode kruis rood chiro scouts ksa klj
    ferm femma okra gezinsbond landelijke unie mutualiteit helan solidaris inloopteam domo armen welzijnsschakels beweging
    vierde wereld samenlevingsopbouw agentschap integratie inburgering atlas wijkgezondheidscentrum centrum algemeen
    welzijnswerk sociaal lokaal bestuur stad gemeente provincie dienst bib bibliotheek school basisschool kleuterschool
    academie speelotheek speelplein consultatiebureau grote oude nieuwe kleine vrije tijd markt kerk kerkplein dorpsplein
    facebook whatsapp instagram tiktok youtube google teams zoom smartschool messenger signal telegram netflix spotify lego
    disney pampers colruyt delhaize aldi lidl ikea kringwinkel lijn nmbs waarderend waarderende werkdag wereld dag week van
    het de een ik we wij je jij hij zij ze maar en dat dit die wat wie waar toen nu ook als
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
