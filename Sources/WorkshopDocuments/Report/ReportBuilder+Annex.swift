import Workshop

extension ReportBuilder {
  /// Every contribution that may be quoted, in full: what all references lead to.
  func annex() -> [Block] {
    guard !day.quotable.isEmpty else { return [.pageBreak, chapter("annex"), sentence("annex.nothing")] }
    return [.pageBreak, chapter("annex"), sentence("annex.intro")]
      + ContributionKind.allCases.flatMap { kind -> [Block] in
        let own = day.quotable(kind)
        guard !own.isEmpty else { return [] }
        let name = words.catalogue["kinds.\(kind.rawValue).other"].capitalizedFirst
        return [part(name)] + own.map { .entry(EntryWriter(words: words, day: day).entry(of: $0)) }
      }
  }
}

/// Writes a contribution in full.
struct EntryWriter: Sendable {
  let words: DocumentWords
  let day: QuotableDay

  /// Number, title, how and when it came in, and its answers in the form's order.
  func entry(of contribution: Contribution) -> Entry {
    let form = contribution.form
    let answers = AnswerText(words: words, day: day)
    let fields = form.fields.compactMap { field -> KeyValue? in
      guard field.id != Self.titleField(of: contribution.kind), field.id != Self.privacyCheck else { return nil }
      let value = answers.text(of: field.id, in: contribution)
      return value.isEmpty ? nil : KeyValue(words.catalogue.label(of: field.id, in: contribution), value)
    }
    let fruits = ChainText(words: words, day: day).fruits(of: contribution)
    return Entry(
      number: contribution.number, label: words.reference(contribution).plain, title: title(of: contribution),
      meta: meta(of: contribution),
      fields: fields + (fruits.isEmpty ? [] : [KeyValue(words["chains.became"], fruits)]),
      photo: photo(of: contribution))
  }

  /// "Is iemand herkenbaar?" was asked for the moderator's sake and tells readers nothing.
  static let privacyCheck: FieldID = "recognisable"

  private static func titleField(of kind: ContributionKind) -> FieldID {
    switch kind {
    case .story, .dream: "title"
    case .successFactor, .proposal: "sentence"
    case .stanceReason: "text"
    case .action, .pledge: "what"
    case .evaluation: "takesAlong"
    }
  }

  private func title(of contribution: Contribution) -> Text {
    contribution.headline.isEmpty ? [] : [.told(contribution.headline)]
  }

  /// Route, moment to the minute, language where it is not ours, whose voice it is, and whether it came late.
  private func meta(of contribution: Contribution) -> Text {
    var parts = [
      words("annex.route", ["route": words.catalogue["routes.\(contribution.origin.route.rawValue)"]]),
      words.moment(contribution.createdAt),
    ]
    if contribution.origin.language != words.catalogue.language {
      parts.append(
        words("annex.language", ["language": words.catalogue["languages.\(contribution.origin.language.rawValue)"]]))
    }
    if let voice = day.voice(of: contribution) { parts.append(voice.name(words.catalogue)) }
    if contribution.origin.isLate { parts.append(words["late.mark"]) }
    return [.faint(parts.joined(separator: " · "))]
  }

  private func photo(of contribution: Contribution) -> Photo? {
    // The photo of a dream stands in the chapter of dreams; twice would double the file.
    guard contribution.kind != .dream, let jpeg = day.photo(of: contribution) else { return nil }
    return Photo(
      number: contribution.number, jpeg: jpeg, alternative: words("dreams.photo", ["title": contribution.headline]))
  }
}
