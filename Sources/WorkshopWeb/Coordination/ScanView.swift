import Workshop
import WorkshopStore

/// The coordination role scan on a screen: questions with counts where they may be told, and what there is to talk about.
struct ScanView: Encodable, Sendable {
  struct Question: Encodable, Sendable {
    let id: ScanQuestion
    let label: String
    let answers: [OptionView]
    /// In the order of the answers; null where too few people answered, or while the room does not see it.
    @OrNull var counts: [Int]?
    /// What there is to talk about, in words; null where there are no counts.
    @OrNull var talk: String?
  }

  /// How many people answered something.
  let people: Int
  /// What the counts are, and are not.
  let about: String
  let questions: [Question]

  init(_ scan: CoordinationScan, people: Int, words: Catalogue) {
    self.people = people
    about = words["scan.about"]
    questions = ScanQuestion.allCases.map { question in
      let talk = scan.talkingPoint(on: question, threshold: SmallGroup.onScreen)
      return Question(
        id: question, label: words["scan.questions.\(question.rawValue).label"], answers: question.options(words),
        counts: scan.spread(of: question, threshold: SmallGroup.onScreen),
        talk: talk.map { words["scan.talk.\($0.rawValue)"] })
    }
  }
}

extension ScanQuestion {
  /// Its answers in words.
  func options(_ words: Catalogue) -> [OptionView] {
    answers.map { OptionView(id: $0, label: words["scan.questions.\(rawValue).\($0)"]) }
  }
}

extension Views {
  /// The scan; for the room as it was when it was shown, since two counts that follow each other would give away what the
  /// person in between answered.
  func scan(_ audience: Live.Audience) throws -> ScanView {
    let scan = try reader.coordinationScan()
    let shown = audience == .console ? scan : try reader.room().revealedScan ?? CoordinationScan()
    return ScanView(shown, people: scan.people, words: room.words)
  }
}
