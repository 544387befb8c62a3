/// What a route's placeholders held, decoded.
public struct PathParameters: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private struct Entry: Sendable, Hashable {
    let name: String
    let value: String
  }

  private var entries: [Entry] = []

  /// No parameters.
  public init() {}

  /// Parameters by name, for tests.
  public init(dictionaryLiteral elements: (String, String)...) {
    entries = elements.map { Entry(name: $0.0, value: $0.1) }
  }

  init(names: [String], values: [String]) {
    entries = zip(names, values).map { Entry(name: $0, value: $1) }
  }

  /// What stood at the placeholder of this name; nil where the route has none.
  public subscript(name: String) -> String? {
    entries.first { $0.name == name }?.value
  }
}
