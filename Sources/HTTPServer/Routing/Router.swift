/// What a router finds for a method and a path.
public enum RouteMatch<Endpoint: Sendable>: Sendable {
  case found(Endpoint, PathParameters)
  /// The path exists under other methods, in the order of ``HTTPMethod``.
  case methodNotAllowed(allowed: [HTTPMethod])
  case notFound
}

/// A table of routes, read once into a tree by path segment, so that matching costs the path's length only.
///
/// A literal segment wins over a placeholder. HEAD finds the route of GET where it has none of its own.
public struct Router<Endpoint: Sendable>: Sendable {
  private struct Leaf: Sendable {
    let endpoint: Endpoint
    let names: [String]
  }

  private struct Node: Sendable {
    var literals: [String: Int] = [:]
    var placeholder: Int?
    var leaves: [HTTPMethod: Leaf] = [:]
  }

  private var nodes = [Node()]

  /// Makes a router of method, pattern and endpoint; a pattern's segment in braces (`/api/stories/{id}`) takes any text.
  ///
  /// Two routes of one method and shape are a programmer's error.
  public init(_ routes: [(HTTPMethod, String, Endpoint)]) {
    for (method, pattern, endpoint) in routes {
      add(method, pattern, endpoint)
    }
  }

  private mutating func add(_ method: HTTPMethod, _ pattern: String, _ endpoint: Endpoint) {
    precondition(pattern.hasPrefix("/"), "route \(pattern) does not start with a slash")
    var names: [String] = []
    var node = 0
    for segment in Self.segments(pattern) {
      if segment.hasPrefix("{"), segment.hasSuffix("}") {
        names.append(String(segment.dropFirst().dropLast()))
        node = child(of: node, at: \.placeholder)
      } else {
        node = child(of: node, at: \.literals[segment])
      }
    }
    precondition(nodes[node].leaves[method] == nil, "route \(method.rawValue) \(pattern) stands twice in the table")
    nodes[node].leaves[method] = Leaf(endpoint: endpoint, names: names)
  }

  private mutating func child(of node: Int, at place: WritableKeyPath<Node, Int?>) -> Int {
    if let child = nodes[node][keyPath: place] { return child }
    nodes.append(Node())
    nodes[node][keyPath: place] = nodes.count - 1
    return nodes.count - 1
  }

  private static func segments(_ pattern: String) -> [String] {
    pattern == "/" ? [] : pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  /// Finds the route of a method and a path's segments.
  public func match(_ method: HTTPMethod, _ path: [String]) -> RouteMatch<Endpoint> {
    var values: [String] = []
    guard let node = node(path[...], from: 0, &values) else { return .notFound }
    let leaves = nodes[node].leaves
    if let leaf = leaves[method] ?? (method == .head ? leaves[.get] : nil) {
      return .found(leaf.endpoint, PathParameters(names: leaf.names, values: values))
    }
    let allowed = HTTPMethod.allCases.filter { leaves[$0] != nil || ($0 == .head && leaves[.get] != nil) }
    return .methodNotAllowed(allowed: allowed)
  }

  /// The node with routes at the end of the path; nil where there is none.
  private func node(_ path: ArraySlice<String>, from node: Int, _ values: inout [String]) -> Int? {
    guard let segment = path.first else { return nodes[node].leaves.isEmpty ? nil : node }
    if let child = nodes[node].literals[segment], let found = self.node(path.dropFirst(), from: child, &values) {
      return found
    }
    // An empty segment is no value: "/stories/" is not the story without a name.
    guard let child = nodes[node].placeholder, !segment.isEmpty else { return nil }
    values.append(segment)
    if let found = self.node(path.dropFirst(), from: child, &values) { return found }
    values.removeLast()
    return nil
  }
}
