extension FrameworkContent {
  /// An answer in words: terms by their label, an assessment criterion by criterion.
  public func text(of value: FieldValue, in field: FieldDefinition, words: Catalogue) -> String {
    switch (field.kind, value) {
    case (.choice(let list), .text(let term)): label(of: term, in: list, words: words)
    case (.choices(let list), .list(let terms)):
      terms.map { label(of: $0, in: list, words: words) }.joined(separator: ", ")
    case (.choices(let list), .text(let term)): label(of: term, in: list, words: words)
    case (.assessment(let list), .assessment(let answers)): text(of: answers, in: list, words: words)
    case (.answers(let list, _), .answers(let answers)):
      (lists[list] ?? []).compactMap { question in
        answers[question.id].map { "\(label(of: question.id, in: list, words: words)) \($0)" }
      }.joined(separator: "\n")
    case (_, .text(let text)): text
    case (_, .list(let items)): items.joined(separator: ", ")
    case (_, .assessment), (_, .answers): ""
    }
  }

  private func text(of answers: [String: CriterionAnswer], in list: TermList, words: Catalogue) -> String {
    (lists[list] ?? []).compactMap { criterion in
      answers[criterion.id].map { answer in
        let criterion = label(of: criterion.id, in: list, words: words)
        let given = label(of: answer.answer, in: .criterionAnswers, words: words)
        let key = answer.notForWhom.isEmpty ? "answers.criterion" : "answers.criterionWithException"
        return words(key, ["criterion": criterion, "answer": given.lowercased(), "exception": answer.notForWhom])
      }
    }.joined(separator: "; ")
  }
}
