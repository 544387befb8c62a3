import Glibc
import HTTPServer
import Logging

/// An application of closures.
struct TestApplication: HTTPApplication {
  var admit: @Sendable (RequestHead) -> Admission = { head in
    .accept(head.method == .post ? .json : .none)
  }
  var respond: @Sendable (HTTPRequest) -> Answer = { request in
    .response(.text("\(request.head.method.rawValue) \(request.head.path) \(request.body.count)"))
  }

  func admit(_ head: RequestHead) -> Admission { admit(head) }

  func respond(to request: HTTPRequest) -> Answer { respond(request) }

  func response(for refusal: HTTPRefusal, head: RequestHead?) -> HTTPResponse {
    .text("refused: \(refusal)", status: refusal.status)
  }
}

/// Starts a server, and stops it whatever happens.
func withServer(
  _ application: TestApplication = TestApplication(),
  _ configure: (inout HTTPServerConfiguration) -> Void = { _ in },
  _ body: (HTTPServer) throws -> Void
) throws {
  var configuration = HTTPServerConfiguration(threads: 2, logger: Logger(label: "test"))
  configure(&configuration)
  let server = try HTTPServer(configuration: configuration, application: application)
  try server.start()
  defer { server.stop(deadline: .seconds(5)) }
  try body(server)
}

/// Waits until the condition holds; false after ten seconds.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<2000 {
    if condition() { return true }
    usleep(5000)
  }
  return false
}
