import HTTPServer
import Workshop
import WorkshopStore

/// Changing the words of a contribution, where a name is in them or a word is misspelt; its teller's own are kept.
enum RewordContribution {
  private struct View: Encodable {
    let version: Int
    let state: ContributionState
    let number: Int64
    let fields: [Field]
  }

  private struct Field: Encodable {
    let id: String
    let label: String
    let type: String
    let limit: Int
    let required: Bool
    let value: String
  }

  /// `GET …/contributions/ID/wording`: 200 with its free texts, to be reworded or divided; 404 where there is none.
  static func show(_ call: Call) throws -> Answer {
    let (room, id): (LiveRoom, ContributionID) = (try call.room(), try call.id("id"))
    let (contribution, framework) = try room.store.read { (try $0.contribution(id), try room.terms($0).framework) }
    guard let contribution, contribution.state != .withdrawn, !contribution.isSetApart else { throw Problem.notFound }
    return .response(
      try ViewJSON.response(
        View(
          version: contribution.version, state: contribution.state, number: contribution.number,
          fields: contribution.freeTexts.map { field($0, of: contribution, framework, call.words) })))
  }

  /// `POST …/contributions/ID/reword` with `{"texts"}` by field: 422 at a field its form refuses.
  static let reword = Moderate.decision { call, room, id, seen in
    struct Body: Decodable { let texts: [String: String] }
    let (role, texts, framework) = (call.role, try call.request.json(Body.self).texts, room.framework)
    return { change in
      let body = try change.contribution(id).rewording(texts, framework)
      try change.reword(id, body: body, seen: seen, by: role)
    }
  }

  /// `POST …/contributions/ID/as-told`: puts its teller's words back.
  static let putAsTold = Moderate.decision { call, _, id, seen in
    let role = call.role
    return { try $0.putAsTold(id, seen: seen, by: role) }
  }

  /// `POST …/contributions/ID/split` with `{"id","first","second"}`: makes two of it, the second under the id named.
  ///
  /// 422 with the fields to correct, those of the second one as `second.FIELD`.
  static let split = Moderate.decision { call, room, id, seen in
    struct Body: Decodable {
      let id: String
      let first: [String: String]
      let second: [String: String]
    }
    let (role, body, framework) = (call.role, try call.request.json(Body.self), room.framework)
    guard let partID = ContributionID(uuid: body.id) else {
      throw Problem(name: "badID", status: .unprocessableContent)
    }
    let part = room.store.preparePart(partID)
    return { change in
      let stored = try change.contribution(id)
      let first = try stored.rewording(body.first, framework)
      let second = try stored.rewording(body.second, framework, prefix: "second.")
      try change.split(id, into: part, first: first, second: second, seen: seen, by: role)
    }
  }

  /// `POST …/contributions/ID/merge` with `{"into"}`; 409 in plain words where the two cannot be one.
  static let merge = Moderate.decision { call, _, id, seen in
    struct Body: Decodable { let into: String }
    guard let target = ContributionID(uuid: try call.request.json(Body.self).into) else {
      throw Problem.fields(["into": .unknownReference])
    }
    let role = call.role
    return { try $0.merge(id, into: target, seen: seen, by: role) }
  }

  private static func field(
    _ text: FreeText, of contribution: Contribution, _ framework: FrameworkContent, _ words: Catalogue
  ) -> Field {
    let definition = contribution.form.field(text.place.field)
    let label = words.label(of: text.place.field, in: contribution)
    let (type, limit) =
      switch definition?.kind {
      case .line(let limit): ("line", limit)
      case .text(let limit), .answers(_, let limit): ("text", limit)
      default: ("line", 300)
      }
    let partLabel: String? =
      switch (definition?.kind, text.place.part) {
      case (.assessment(let list), let part?):
        words("moderation.notForWhom", ["criterion": framework.label(of: part, in: list, words: words)])
      case (.answers(let list, _), let part?): framework.label(of: part, in: list, words: words)
      default: nil
      }
    return Field(
      id: text.place.id, label: partLabel ?? label,
      type: type,
      limit: limit, required: text.place.part == nil && definition?.isRequired == true, value: text.text)
  }
}

extension Change {
  fileprivate func contribution(_ id: ContributionID) throws -> Contribution {
    guard let stored = try reader.contribution(id), stored.state != .withdrawn else { throw Problem.notFound }
    return stored
  }
}

extension Contribution {
  /// The answers as reworded; throws a `Problem` with the fields to correct, each name after a prefix.
  fileprivate func rewording(
    _ texts: [String: String], _ framework: FrameworkContent, prefix: String = ""
  ) throws -> Body {
    do { return try body(reworded: texts, framework: framework) } catch {
      var problem = Problem(error)
      problem.fields = Dictionary(uniqueKeysWithValues: problem.fields.map { (prefix + $0.key, $0.value) })
      throw problem
    }
  }
}
