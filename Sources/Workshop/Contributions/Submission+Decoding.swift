import Foundation

extension Submission {
  /// Reads what a phone sends and checks it against the step's form.
  ///
  /// Throws `SubmissionFault`, whose `fields` names every field that has to be corrected. Shape:
  /// `{"id","step","kind","language","route","table","gathering","teller":{"groups","consents","hasGuardianConsent"},"body":{…}}`.
  public init(json: [UInt8], hasPhoto: Bool = false, framework: FrameworkContent) throws(SubmissionFault) {
    let draft: SubmissionDraft
    do { draft = try JSONDecoder().decode(SubmissionDraft.self, from: Data(json)) } catch let fault as SubmissionFault {
      throw fault
    } catch { throw .unreadable }
    try self.init(draft: draft, hasPhoto: hasPhoto, framework: framework)
  }

  private init(draft: SubmissionDraft, hasPhoto: Bool, framework: FrameworkContent) throws(SubmissionFault) {
    var faults = draft.form.faults(in: draft.body, hasPhoto: hasPhoto, framework: framework)
    faults.merge(draft.faults) { _, reading in reading }
    guard faults.isEmpty else { throw .fields(faults) }
    for group in draft.teller.groups where !framework.knows(group, in: .stakeholderGroups) {
      throw .unknownGroup(group)
    }
    var body = draft.body.filter { !$0.value.isEmpty }
    var links: [Link] = []
    for field in draft.form.fields {
      guard case .references(let relation, _) = field.kind, case .list(let ids) = body.removeValue(forKey: field.id)
      else {
        continue
      }
      for id in ids where !links.contains(where: { $0.relation == relation && $0.to == id }) {
        links.append(Link(from: draft.id, relation: relation, to: id))
      }
    }
    self.init(
      id: draft.id, kind: draft.form.kind, step: draft.step, origin: draft.origin,
      teller: draft.teller.allowing(draft.form.consents), body: body, links: links)
  }
}

extension Origin {
  /// What was given as a table, cut to what a badge holds, or nil where nothing is left of it.
  fileprivate static func table(_ typed: String) -> String? {
    let label = String(typed.printable.trimmingSpaces().prefix(20))
    // A character can be any number of code points; what is no label at all is left out rather than refused.
    return label.isEmpty || label.unicodeScalars.count > 160 ? nil : label
  }
}

extension Teller {
  fileprivate var withoutRepetition: Teller {
    var seen: Set<String> = []
    return Teller(
      groups: groups.filter { seen.insert($0).inserted }, consents: consents, hasGuardianConsent: hasGuardianConsent)
  }

  /// The teller with only those consents that were asked.
  fileprivate func allowing(_ asked: [Consent]) -> Teller {
    Teller(groups: groups, consents: consents.intersection(asked), hasGuardianConsent: hasGuardianConsent)
  }
}

/// Reads by the form's definition, so that a field of the wrong type is named instead of spoiling the whole.
private struct SubmissionDraft: Decodable {
  let id: ContributionID
  let step: StepID
  let form: FormDefinition
  let origin: Origin
  let teller: Teller
  var body: Body = [:]
  var faults: [FieldID: FieldFault] = [:]

  private enum CodingKeys: String, CodingKey { case id, step, kind, language, route, table, gathering, teller, body }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let id = ContributionID(uuid: try container.decode(String.self, forKey: .id)) else {
      throw SubmissionFault.badID
    }
    self.id = id
    step = try container.decode(StepID.self, forKey: .step)
    guard let definition = StepDefinition.shipped(step) else { throw SubmissionFault.unknownStep(step.rawValue) }
    let kindName = try container.decode(String.self, forKey: .kind)
    guard let kind = ContributionKind(rawValue: kindName), let form = definition.form(for: kind) else {
      throw SubmissionFault.wrongKind(kindName)
    }
    self.form = form
    origin = Origin(
      route: try container.decodeIfPresent(EntryRoute.self, forKey: .route) ?? .phone,
      table: try container.decodeIfPresent(String.self, forKey: .table).flatMap(Origin.table),
      language: try container.decodeIfPresent(Language.self, forKey: .language) ?? .dutch,
      gathering: try container.decodeIfPresent(GatheringID.self, forKey: .gathering))
    teller = try container.decodeIfPresent(Teller.self, forKey: .teller)?.withoutRepetition ?? Teller()
    try readBody(container.nestedContainer(keyedBy: FieldKey.self, forKey: .body))
  }

  private mutating func readBody(_ answers: KeyedDecodingContainer<FieldKey>) throws {
    for key in answers.allKeys {
      let fieldID = FieldID(key.stringValue)
      guard let field = form.field(fieldID) else {
        faults[fieldID] = .unknownField
        continue
      }
      do { body[fieldID] = try field.read(key, from: answers) } catch is DecodingError { faults[fieldID] = .wrongType }
    }
  }
}

private struct FieldKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension FieldDefinition {
  fileprivate func read(_ key: FieldKey, from answers: KeyedDecodingContainer<FieldKey>) throws -> FieldValue? {
    switch kind {
    case .line, .text, .choice, .date:
      try answers.decodeIfPresent(String.self, forKey: key).map { .text($0.printable.trimmingSpaces()) }
    case .choices, .references: try answers.decodeIfPresent([String].self, forKey: key).map { .list($0) }
    case .answers:
      try answers.decodeIfPresent([String: String].self, forKey: key).map {
        .answers($0.mapValues { $0.printable.trimmingSpaces() }.filter { !$0.value.isEmpty })
      }
    case .assessment:
      try answers.decodeIfPresent([String: CriterionAnswer].self, forKey: key).map {
        .assessment(
          $0.mapValues { CriterionAnswer(answer: $0.answer, notForWhom: $0.notForWhom.printable.trimmingSpaces()) })
      }
    case .photo: nil
    }
  }
}
