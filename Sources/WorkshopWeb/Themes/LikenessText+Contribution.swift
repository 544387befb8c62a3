public import Likeness
public import Workshop

extension LikenessText {
  /// What a story or a factor says, for comparing it with others: what helped and what it is called count double, since
  /// themes are about what works; who is not reached, a worry and where it was are not what it is about.
  public init(id: String, language: Language, body: Body) {
    self.init(
      id: id, language: language.rawValue,
      parts: Self.weights.compactMap { field, weight in
        if case .text(let text)? = body[field] { Part(text, weight: weight) } else { nil }
      })
  }

  private static let weights: [(FieldID, Double)] = [
    ("title", 2), ("whatHappened", 1), ("whatHelped", 2), ("quote", 1), ("sentence", 2), ("whoWorkedTogether", 0.5),
    ("changeForFamilies", 1),
  ]

  /// The words of the question that everybody answers, and of the method: in most stories, and no theme.
  public static func question(_ trajectory: Trajectory, framework: FrameworkContent, words: Catalogue) -> LikenessText {
    let terms = [TermList.buildingBlocks, .stakeholderGroups].flatMap { list in
      framework.offered(list).map { framework.label(of: $0.id, in: list, words: words) }
    }
    let said = [trajectory.affirmativeTopic, trajectory.house] + trajectory.municipalities + terms
    return LikenessText(id: "", language: Language.dutch.rawValue, parts: said.map { Part($0) })
  }
}
