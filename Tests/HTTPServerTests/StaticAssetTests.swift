import Glibc
import HTTPServer
import Testing
import WorkshopTestSupport

@Suite("Static assets")
struct StaticAssetTests {
  private let text = String(repeating: "Elk gezin telt. ", count: 500)

  private func asset(_ text: String, type: String = "text/html; charset=utf-8") -> StaticAsset {
    StaticAsset(
      contentType: type, bytes: Array(text.utf8), cacheControl: "no-cache",
      headers: ["X-Content-Type-Options": "nosniff"])
  }

  private func response(_ asset: StaticAsset, _ headers: HTTPHeaders = [:]) -> HTTPResponse {
    asset.response(to: RequestHead(path: "/", headers: headers))
  }

  @Test(
    "Gzip goes to those who prefer it",
    arguments: [
      ("gzip", true), ("gzip, deflate, br", true), ("br;q=1.0, gzip;q=0.8, *;q=0.1", true), ("*", true), ("GZIP", true),
      ("deflate", false), ("gzip;q=0", false), ("identity, gzip;q=0.5", false), ("gzip;q=0, *", false),
      ("*;q=0", false), ("gzip ; q=0.001", true), ("", false),
    ])
  func negotiation(field: String, isGzip: Bool) {
    let response = response(asset(text), ["Accept-Encoding": field])
    #expect((response.headers["content-encoding"] == "gzip") == isGzip)
    #expect(response.headers["vary"] == "Accept-Encoding")
    #expect((response.body.count < 500) == isGzip)
  }

  @Test("Bytes that do not shrink are sent as they are, without Vary")
  func incompressible() {
    let response = response(asset("kort"), ["Accept-Encoding": "gzip"])
    #expect(response.headers["content-encoding"] == nil)
    #expect(response.headers["vary"] == nil)
    #expect(response.body == Array("kort".utf8))
  }

  @Test("The tag follows the content, and tells the codings apart")
  func tags() {
    let plain = response(asset(text)).headers["etag"]
    #expect(plain == response(asset(text)).headers["etag"])
    #expect(plain != response(asset(text + " ")).headers["etag"])
    #expect(plain != response(asset(text), ["Accept-Encoding": "gzip"]).headers["etag"])
    #expect(plain?.hasPrefix("\"") == true)
  }

  @Test("Who has these bytes gets 304 with the headers that matter")
  func notModified() throws {
    let tag = try #require(response(asset(text)).headers["etag"])
    for condition in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
      let response = response(asset(text), ["If-None-Match": condition])
      #expect(response.status == .notModified)
      #expect(response.body.isEmpty)
      #expect(response.headers["etag"] == tag)
      #expect(response.headers["cache-control"] == "no-cache")
      #expect(response.headers["x-content-type-options"] == "nosniff")
    }
    #expect(response(asset(text), ["If-None-Match": "\"x\""]).status == .ok)
  }

  @Test("Over a socket the bytes arrive whole, again and again, and an added header with them")
  func overSocket() throws {
    let asset = asset(text)
    let application = TestApplication(respond: { request in
      var response = asset.response(to: request.head)
      if request.head.path == "/cookie" { response.headers.add(name: "Set-Cookie", value: "a=b") }
      return .response(response)
    })
    try withServer(application) { server in
      let client = try RawClient(port: server.port)
      for _ in 0..<3 { #expect(try client.get("/").body == text) }
      let etag = try #require(try client.get("/").headers["etag"])
      let notModified = try client.get("/", "If-None-Match: \(etag)\r\n", method: "HEAD")
      #expect(notModified.status == 304)
      let compressed = try client.get("/", "Accept-Encoding: gzip\r\n")
      #expect(compressed.headers["content-length"] == "\(asset.compressedSize)")
      let head = try client.get("/", method: "HEAD")
      #expect(head.headers["content-length"] == "\(text.utf8.count)")
      let withCookie = try client.get("/cookie")
      #expect(withCookie.headers["set-cookie"] == "a=b")
      #expect(withCookie.body == text)
      #expect(try client.get("/").headers["set-cookie"] == nil)
    }
  }
}
