import Workshop

/// Turns an answer into text to read, by the field's definition.
struct AnswerText: Sendable {
  let words: DocumentWords
  let day: QuotableDay

  /// The answer to a field; empty where it was left open.
  func text(of field: FieldID, in contribution: Contribution) -> Text {
    guard let definition = FormDefinition.of(contribution.kind).field(field) else { return [] }
    switch definition.kind {
    case .line, .text: return told(contribution.text(field))
    case .date: return date(contribution.text(field))
    case .choice(let list): return chosen([contribution.text(field)].filter { !$0.isEmpty }, list)
    case .choices(let list): return chosen(contribution.list(field), list)
    case .assessment(let list): return assessment(contribution.assessment(field), list)
    case .answers(let list, _): return answers(contribution.answers(field), list)
    case .photo: return []
    case .references(let relation, _): return references(contribution, relation)
    }
  }

  private func told(_ text: String) -> Text { text.isEmpty ? [] : .told(text) }

  private func date(_ text: String) -> Text {
    CalendarDate(text).map { .plain(words.long($0)) } ?? []
  }

  private func chosen(_ terms: [String], _ list: TermList) -> Text {
    // The order of the framework, so that the same choice always reads the same.
    let ordered = (words.framework.lists[list] ?? []).map(\.id).filter(terms.contains)
    return ordered.isEmpty ? [] : .plain(ordered.map { words.label($0, list) }.joined(separator: " · "))
  }

  private func assessment(_ answers: [String: CriterionAnswer], _ list: TermList) -> Text {
    let known = (words.framework.lists[list] ?? []).map(\.id).compactMap { id in answers[id].map { (id, $0) } }
    return Text.joined(
      known.map { id, answer in
        let verdict = Inline.text("\(words.label(id, list)): \(words.label(answer.answer, .criterionAnswers))")
        return answer.notForWhom.isEmpty
          ? [verdict] : [verdict, .text(" (\(words["proposals.notFor"]) "), .told(answer.notForWhom), .text(")")]
      }, by: "; ")
  }

  private func answers(_ answers: [String: String], _ list: TermList) -> Text {
    let given = (words.framework.lists[list] ?? []).compactMap { question -> Text? in
      answers[question.id].map { [.text(words.label(question.id, list) + " "), .told($0)] }
    }
    return Text.joined(given, by: " · ")
  }

  private func references(_ contribution: Contribution, _ relation: LinkRelation) -> Text {
    if relation == .quotes { return quote(of: contribution) }
    let entries: [Text] = day.targets(of: contribution.id, relation).map { [words.reference($0)] }
    let themes: [Text] = day.themes(of: contribution.id, relation).map { [.text(words["themes.one"]), .told($0.name)] }
    return words.enumeration(entries + themes)
  }

  private func quote(of factor: Contribution) -> Text {
    guard let quote = day.quote(of: factor), let story = day.targets(of: factor.id, .quotes).first else { return [] }
    return [.text("“"), .told(quote), .text("” "), words.reference(story)]
  }
}
