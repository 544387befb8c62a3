import Workshop

extension ReportBuilder {
  /// How many of a kind were told apart from the workday, and by whom; nothing where none were.
  func voices(_ kind: ContributionKind) -> [Block] {
    let told = day.toldApart(kind)
    guard !told.isEmpty else { return [] }
    let parts = told.map { voice, count in
      let name = words.catalogue("runSheet.voices.\(voice.rawValue)", count: count)
      return words("voices.counted", ["count": words.number(count), "voice": name])
    }
    let total = told.reduce(0) { $0 + $1.count }
    let text = words("voices.\(kind.rawValue)", count: total, ["voices": words.enumeration(parts)])
    return [.paragraph(.plain(text))]
  }
}
