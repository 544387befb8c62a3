import Workshop

extension ReportBuilder {
  /// The dreams with the photos of what was made.
  func dreams() -> [Block] {
    let dreams = day.quotable(.dream)
    guard !dreams.isEmpty else { return [chapter("dreams", .dream), absence(of: "droom")] }
    return [chapter("dreams", .dream), sentence("dreams.intro")] + voices(.dream) + dreams.flatMap(dream)
      + countedOnly(.dream)
  }

  private func dream(_ dream: Contribution) -> [Block] {
    var blocks: [Block] = [
      .quote(Quote(text: .told(dream.text("vision")), source: [.strongTold(dream.headline)] + source(dream)))
    ]
    if let jpeg = day.photo(of: dream) {
      blocks.append(
        .photo(
          Photo(
            number: dream.number, jpeg: jpeg, alternative: words("dreams.photo", ["title": dream.headline]))))
    }
    let themes = day.themes(of: dream.id, .answers)
    if !themes.isEmpty {
      blocks.append(
        .paragraph([.faint(words["dreams.themes"] + " ")] + words.enumeration(themes.map { .told($0.name) })))
    }
    return blocks
  }

  /// A sentence on those of a kind that may only be counted; nothing where all may be quoted.
  func countedOnly(_ kind: ContributionKind) -> [Block] {
    let silent = day.told(kind) - day.quotable(kind).count
    guard silent > 0 else { return [] }
    return [
      .note(Note(.information, .plain(words("countedOnly", count: silent, ["counted": words.counted(kind, silent)]))))
    ]
  }
}
