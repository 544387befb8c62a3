import HTTPServer
import Testing

@Suite("Router")
struct RouterTests {
  private let router = Router<String>([
    (.get, "/", "home"),
    (.get, "/api/stories", "list"),
    (.post, "/api/stories", "add"),
    (.get, "/api/stories/{id}", "one"),
    (.delete, "/api/stories/{key}", "remove"),
    (.get, "/api/stories/new", "form"),
    (.post, "/api/{kind}/new/{step}", "step"),
    (.put, "/api/stories/new/only", "only"),
  ])

  private func find(_ method: HTTPMethod, _ path: String) -> String {
    switch router.match(method, RequestHead(path: path).pathSegments) {
    case .found(let endpoint, let parameters):
      [endpoint, parameters["id"], parameters["key"], parameters["kind"], parameters["step"]].compactMap { $0 }
        .joined(separator: " ")
    case .methodNotAllowed(let allowed): "405 " + allowed.map(\.rawValue).joined(separator: ",")
    case .notFound: "404"
    }
  }

  @Test(
    "A path finds its route with what stood in its places",
    arguments: [
      ("/", "home"), ("/api/stories", "list"), ("/api/stories/7", "one 7"), ("/api/stories/new", "form"),
      ("/api/stories/a b", "one a b"),
    ])
  func found(path: String, expected: String) {
    #expect(find(.get, path) == expected)
    #expect(find(.head, path) == expected)
  }

  @Test("Placeholders have the names of their own route")
  func names() {
    #expect(find(.delete, "/api/stories/7") == "remove 7")
    #expect(find(.post, "/api/dreams/new/2") == "step dreams 2")
  }

  @Test("A literal that leads nowhere gives way to a placeholder")
  func backtracking() {
    #expect(find(.post, "/api/stories/new/2") == "step stories 2")
    #expect(find(.put, "/api/stories/new/only") == "only")
  }

  @Test("Another method is told which there are")
  func methods() {
    #expect(find(.put, "/api/stories") == "405 GET,HEAD,POST")
    #expect(find(.patch, "/api/stories/7") == "405 GET,HEAD,DELETE")
  }

  @Test("Anything else is not found", arguments: ["/api", "/api/", "/api/stories/", "/api/stories/7/8", "//", "/x"])
  func notFound(path: String) {
    #expect(find(.get, path) == "404")
  }
}
