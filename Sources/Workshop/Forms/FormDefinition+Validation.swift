extension FormDefinition {
  /// Checks answers against the definition.
  ///
  /// Returns what is the matter by field, empty when all is well. Whether references exist is the store's to say.
  public func faults(in body: Body, hasPhoto: Bool, framework: FrameworkContent) -> [FieldID: FieldFault] {
    var faults: [FieldID: FieldFault] = [:]
    for field in fields {
      let isAnswered = field.kind == .photo ? hasPhoto : body[field.id].map { !$0.isEmpty } ?? false
      if !isAnswered {
        if field.isRequired { faults[field.id] = .missing }
      } else if let value = body[field.id], let fault = field.fault(in: value, framework: framework) {
        faults[field.id] = fault
      }
    }
    for id in body.keys where field(id) == nil { faults[id] = .unknownField }
    return faults.merging(Self.contradictions(in: body, kind)) { first, _ in first }
  }

  /// Answers that are each well and cannot be true together.
  private static func contradictions(in body: Body, _ kind: ContributionKind) -> [FieldID: FieldFault] {
    func text(_ field: FieldID) -> String { if case .text(let text) = body[field] { text } else { "" } }
    switch kind {
    case .action:
      guard let start = CalendarDate(text("firstStepDate")), let end = CalendarDate(text("endDate")), end < start else {
        return [:]
      }
      return ["endDate": .tooEarly]
    case .pledge:
      let isAnswer = if case .list(let requests) = body["meets"] { !requests.isEmpty } else { false }
      return isAnswer && PledgeKind(rawValue: text("pledgeKind")) != .offer ? ["meets": .onlyOffersMeet] : [:]
    default: return [:]
    }
  }
}

extension FieldDefinition {
  /// What is the matter with an answer, or nil when it is well.
  func fault(in value: FieldValue, framework: FrameworkContent) -> FieldFault? {
    switch (kind, value) {
    case (.line(let limit), .text(let text)), (.text(let limit), .text(let text)):
      Self.lengthFault(of: text, limit: limit)
    case (.choice(let list), .text(let term)):
      framework.knows(term, in: list) ? nil : .unknownChoice
    case (.choices(let list), .list(let terms)):
      Self.choicesFault(terms, in: list, framework: framework)
    case (.assessment(let list), .assessment(let answers)):
      Self.assessmentFault(answers, of: list, framework: framework)
    case (.answers(let list, let limit), .answers(let answers)):
      Self.answersFault(answers, to: list, limit: limit, framework: framework)
    case (.date, .text(let text)):
      CalendarDate(text) == nil ? .notADate : nil
    case (.references(_, let limit), .list(let ids)):
      ids.count > limit
        ? .tooMany(limit: limit) : ids.contains { ContributionID(uuid: $0) == nil } ? .unknownReference : nil
    default: .wrongType
    }
  }

  /// What is the matter with the length of a text, or nil when it is well.
  static func lengthFault(of text: String, limit: Int) -> FieldFault? {
    // Bytes bound characters from above, so short text never pays for counting grapheme clusters.
    guard text.utf8.count > limit else { return nil }
    let actual = text.count
    // A cluster can hold any number of code points; the bytes are bounded too, or one "character" could be a megabyte.
    if text.utf8.count > limit * 8 { return .tooLong(limit: limit, actual: max(actual, limit + 1)) }
    return actual > limit ? .tooLong(limit: limit, actual: actual) : nil
  }

  private static func choicesFault(_ terms: [String], in list: TermList, framework: FrameworkContent) -> FieldFault? {
    if Set(terms).count != terms.count { return .unknownChoice }
    return terms.allSatisfy { framework.knows($0, in: list) } ? nil : .unknownChoice
  }

  private static func answersFault(
    _ answers: [String: String], to list: TermList, limit: Int, framework: FrameworkContent
  ) -> FieldFault? {
    for (question, answer) in answers {
      guard framework.knows(question, in: list) else { return .unknownChoice }
      if let fault = lengthFault(of: answer, limit: limit) { return fault }
    }
    return nil
  }

  private static func assessmentFault(
    _ answers: [String: CriterionAnswer], of list: TermList, framework: FrameworkContent
  ) -> FieldFault? {
    for (criterion, answer) in answers {
      guard framework.knows(criterion, in: list), framework.knows(answer.answer, in: .criterionAnswers) else {
        return .unknownChoice
      }
      if let fault = lengthFault(of: answer.notForWhom, limit: 300) { return fault }
    }
    return nil
  }
}
