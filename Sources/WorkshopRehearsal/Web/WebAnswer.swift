import Foundation

/// What a server answered.
struct WebAnswer: Sendable {
  let status: Int
  let retryAfter: Int?
  let setCookie: String?
  let body: Data

  /// The body as a value; throws `RehearsalError` where it is something else than this server's JSON.
  func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
    do { return try JSONDecoder().decode(type, from: body) } catch { throw RehearsalError.notOurs }
  }

  /// What the server says is the matter, in its own words.
  var problem: String {
    struct Problem: Decodable {
      let title: String?
      let detail: String?
      let fields: [String: String]?
    }
    guard let problem = try? JSONDecoder().decode(Problem.self, from: body) else { return "HTTP \(status)" }
    let fields = (problem.fields ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return ([problem.title, problem.detail].compactMap { $0 } + fields).joined(separator: " ")
  }
}
