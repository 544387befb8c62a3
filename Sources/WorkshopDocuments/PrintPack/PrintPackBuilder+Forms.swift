import Workshop

extension PrintPackBuilder {
  // MARK: The interview

  func guide() -> PrintPack.Guide {
    let values = ["minutes": String(interviewMinutes), "thirds": String(interviewMinutes * 2 / 3)]
    return PrintPack.Guide(
      words: section("guideAdults", values), rules: list("guideAdults.rules", values),
      questions: InterviewGuide.adults.questions(words.catalogue).map { .init(ask: $0.ask, more: $0.more) },
      hard: list("guideAdults.hard"))
  }

  /// How long each of a duo tells, by the run sheet's own timer; 25 minutes as the method has it where there is none.
  private var interviewMinutes: Int {
    let items = request.runSheets.flatMap(\.items)
    let interview = items.first { $0.step == "verhaal" && $0.hasSwap && !$0.isSkipped }
    return interview.flatMap(\.timerMinutes).map { max(1, $0 / 2) } ?? 25
  }

  /// The questions of the step that takes down what the children tell, each with its picture.
  func childrenGuide() -> PrintPack.ChildrenGuide {
    let pictures = ["place", "moment", "people", "magic"]
    let questions = InterviewGuide.children.questions(words.catalogue)
    return PrintPack.ChildrenGuide(
      words: section("guideChildren"),
      panels: zip(pictures, questions).map { .init(picture: $0, ask: $1.ask) }, helping: list("guideChildren.helping"))
  }

  // MARK: The story form

  /// Drawn from the definition the phone's form is drawn from, so that a field exists once; what is coded later by
  /// facilitators is not asked on paper either.
  func storyForms() -> PrintPack.StoryForms {
    let form = FormDefinition.story
    return PrintPack.StoryForms(
      words: section("storyForm"), front: fields(.core, of: form), back: fields(.more, of: form),
      groups: labels(.stakeholderGroups), consents: ticks(form.consents),
      sheets: request.sheets.map(\.code))
  }

  private func fields(_ tier: FieldDefinition.Tier, of form: FormDefinition) -> [PrintPack.PaperField] {
    form.fields.filter { $0.tier == tier }.compactMap { field in
      let key = "fields.\(form.kind.rawValue).\(field.id)"
      let label = words.label(field.id, of: form.kind)
      let help = words.catalogue.text(for: "\(key).help")
      return switch field.kind {
      case .line(let limit), .text(let limit):
        PrintPack.PaperField(label: label, help: help, lines: Self.lines(for: limit), choices: [], isSingle: true)
      case .choice(let list):
        PrintPack.PaperField(label: label, help: help, lines: 0, choices: labels(list), isSingle: true)
      case .choices(let list):
        PrintPack.PaperField(label: label, help: help, lines: 0, choices: labels(list), isSingle: false)
      case .date: PrintPack.PaperField(label: label, help: help, lines: 1, choices: [], isSingle: true)
      // What refers to other entries, or is a photo, is added where the sheet is entered.
      case .assessment, .answers, .photo, .references: nil
      }
    }
  }

  /// Room for speech written down by hand: the field's own limit, in steps that fit two sides of a sheet.
  private static func lines(for limit: Int) -> Int {
    switch limit {
    case ...160: 1
    case ...400: 2
    case ...2_000: 3
    case ...4_000: 4
    default: 8
    }
  }

  private func labels(_ list: TermList) -> [String] {
    request.framework.offered(list).map { words.label($0.id, list) }
  }

  /// The consents, and the guardian's: on the form it is given here, elsewhere it is told that it was given on paper.
  private func ticks(_ consents: [Consent]) -> [PrintPack.Tick] {
    let asked = consents.map { "consents.\($0.rawValue)" }
    return asked.map { .init(label: words.catalogue["\($0).label"], help: words.catalogue["\($0).help"]) }
      + [.init(label: text("storyForm.guardian.label"), help: text("storyForm.guardian.help"))]
  }
}
