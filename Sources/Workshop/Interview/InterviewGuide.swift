/// Who an interview is with, and so which questions are asked in it (DOMAIN's interview guide; seed 001).
public enum InterviewGuide: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  /// Grown-ups and young people, who write the story down together afterwards.
  case adults
  /// Children, who are asked by a reporter; whoever helps writes while they tell.
  case children

  /// One question: what is asked first, and how to go on about it.
  public struct Question: Hashable, Sendable, Encodable {
    /// What is asked.
    public let ask: String
    /// How to ask on; empty where the question is enough.
    public let more: String
  }

  /// The questions in the order they are asked: the same on paper, on the projector and on the phone.
  public func questions(_ words: Catalogue) -> [Question] {
    switch self {
    case .adults:
      words.list("interviewGuide.ask").enumerated().map { index, ask in
        Question(ask: ask, more: words["interviewGuide.more.\(index + 1)"])
      }
    case .children:
      // The fields of the form that takes down what they tell are the questions.
      FormDefinition.childStory.fields.map { field in
        Question(
          ask: words.label(of: field.id, in: .story, at: "reporter"),
          more: words.help(of: field.id, in: .story, at: "reporter") ?? "")
      }
    }
  }
}

extension Catalogue {
  /// The texts under a key's numbers, from 1 on.
  public func list(_ key: String) -> [String] {
    var texts: [String] = []
    while let text = text(for: "\(key).\(texts.count + 1)") { texts.append(text) }
    return texts
  }
}
