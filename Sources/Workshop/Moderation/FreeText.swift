/// One text that somebody wrote in their own words: what may name people, and what a moderator may reword.
public struct FreeText: Hashable, Sendable {
  /// Where in a contribution a free text stands.
  public struct Place: Hashable, Sendable {
    /// The field it answers.
    public let field: FieldID
    /// The criterion or the question it is told of, where a field has several; nil elsewhere.
    public let part: String?

    /// Names a place.
    public init(_ field: FieldID, part: String? = nil) {
      self.field = field
      self.part = part
    }

    /// The place as JSON names it: `title`, or `criteria/bereikbaar`.
    public var id: String { part.map { "\(field)/\($0)" } ?? field.rawValue }
  }

  /// Where it stands.
  public let place: Place
  /// What was written; empty where nothing was.
  public let text: String
}

extension Contribution {
  /// The free texts of its form, in its order, also those that were left empty.
  public var freeTexts: [FreeText] {
    form.fields.flatMap { field -> [FreeText] in
      switch field.kind {
      case .line, .text: [FreeText(place: .init(field.id), text: text(field.id))]
      case .assessment:
        assessment(field.id).sorted { $0.key < $1.key }.map {
          FreeText(place: .init(field.id, part: $0.key), text: $0.value.notForWhom)
        }
      case .answers:
        answers(field.id).sorted { $0.key < $1.key }.map {
          FreeText(place: .init(field.id, part: $0.key), text: $0.value)
        }
      case .choice, .choices, .date, .photo, .references: []
      }
    }
  }

  /// Its answers with other words in its free texts, by the ids of their places; what is not named stays as it is.
  ///
  /// Throws the fields that have to be corrected, by the rules its teller's form has too.
  public func body(reworded texts: [String: String], framework: FrameworkContent) throws(SubmissionFault) -> Body {
    let places = Dictionary(uniqueKeysWithValues: freeTexts.map { ($0.place.id, $0.place) })
    var (body, faults): (Body, [FieldID: FieldFault]) = (body, [:])
    for (id, typed) in texts {
      let text = typed.printable.trimmingSpaces()
      guard let place = places[id] else {
        faults[FieldID(id)] = .unknownField
        continue
      }
      body[place.field] = Self.value(body[place.field], with: text, at: place.part)
    }
    // What was chosen and linked is not reworded, and was checked when it came in.
    let written = Set(freeTexts.map(\.place.field))
    faults.merge(
      form.faults(in: body, hasPhoto: hasPhoto, framework: framework).filter { written.contains($0.key) }
    ) { known, _ in known }
    guard faults.isEmpty else { throw .fields(faults) }
    return body
  }

  /// An answer with another text, or the text itself; nil where nothing is left of it.
  private static func value(_ value: FieldValue?, with text: String, at part: String?) -> FieldValue? {
    switch (value, part) {
    case (.assessment(var answers), let part?):
      answers[part]?.notForWhom = text
      return .assessment(answers)
    case (.answers(var answers), let part?):
      answers[part] = text.isEmpty ? nil : text
      return answers.isEmpty ? nil : .answers(answers)
    default: return text.isEmpty ? nil : .text(text)
    }
  }
}
