import Workshop

/// Writes the report (verslag) of a day from its record.
///
/// Each chapter is right for a day that stopped before it: then it says so in one sentence.
struct ReportBuilder: Sendable {
  let day: QuotableDay
  let words: DocumentWords
  let madeAt: String

  init(record: WorkdayRecord, words: DocumentWords) {
    day = QuotableDay(record)
    self.words = words
    madeAt = words.moment(record.madeAt)
  }

  /// The whole report.
  func document() -> Document {
    let frame = DocumentFrame(trajectory: day.trajectory, words: words)
    return frame.document(
      title: words["report.title"], facts: frame.facts + ownFacts, blocks: chapters.flatMap { $0 })
  }

  private var chapters: [[Block]] {
    [
      fiveQuestions(), participation(), stories(), coverage(), successFactors(), themes(), dreams(), proposals(),
      gallery(), scan(), actions(), chains(), notTakenUp(), courseOfTheDay(), evaluation(), annex(),
    ]
  }

  private var ownFacts: [KeyValue] {
    [
      KeyValue(words["facts.participants"], .plain(words("participation.devices", count: day.participation.devices))),
      KeyValue(words["facts.contributions"], .plain(overview)),
      KeyValue(words["facts.madeAt"], .plain(madeAt)),
    ]
  }

  /// "24 verhalen, 6 voorstellen en 5 acties".
  private var overview: String {
    let counted = ContributionKind.allCases.compactMap { kind in
      day.told(kind) == 0 || kind == .stanceReason ? nil : words.counted(kind, day.told(kind))
    }
    return counted.isEmpty ? words["report.nothingYet"] : words.enumeration(counted)
  }
}

// MARK: What chapters have in common

extension ReportBuilder {
  /// The heading of a chapter.
  func chapter(_ key: String, _ phase: Phase = .frame) -> Block {
    .heading(Heading(level: 1, text: words["chapters.\(key)"], phase: phase.rawValue))
  }

  /// The heading of a part of a chapter.
  func part(_ text: String, level: Int = 2, _ phase: Phase = .frame) -> Block {
    .heading(Heading(level: level, text: text, phase: phase.rawValue))
  }

  /// One sentence instead of an empty chapter: the step was not reached, or nothing of it may be told.
  func absence(of step: StepID) -> Block {
    let name = words.catalogue["steps.\(step).name"]
    let key = day.reached(step) ? "absence.nothingToTell" : "absence.notReached"
    return .note(Note(.absence, .plain(words(key, ["step": name]))))
  }

  /// Our own sentence.
  func sentence(_ key: String, _ values: [String: String] = [:]) -> Block {
    .paragraph(.plain(words(key, values)))
  }

  /// "verhaal 12, verhaal 14 en verhaal 20".
  func references(_ contributions: [Contribution]) -> Text {
    words.enumeration(contributions.map { [words.reference($0)] })
  }

  /// " (verhaal 12)", with the marks of a late entry and of a voice from before the workday.
  func source(_ contribution: Contribution) -> Text {
    [
      .text(" ("), words.reference(contribution), .text(contribution.origin.isLate ? words["late.inText"] : ""),
      .text(day.voice(of: contribution).map { ", " + $0.name(words.catalogue) } ?? ""), .text(")"),
    ]
  }

  /// A pair for an answer; nil where it was left open.
  func answer(_ field: FieldID, of contribution: Contribution) -> KeyValue? {
    let value = AnswerText(words: words, day: day).text(of: field, in: contribution)
    return value.isEmpty ? nil : KeyValue(words.catalogue.label(of: field, in: contribution), value)
  }
}
