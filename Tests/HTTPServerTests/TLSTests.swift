import Foundation
import HTTPServer
import Testing

private let tools = ["/usr/bin/openssl", "/usr/bin/curl"]

@Suite("TLS", .enabled(if: tools.allSatisfy(FileManager.default.isExecutableFile), "openssl or curl is missing"))
struct TLSTests {
  private func run(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private func certificate() throws -> HTTPServerConfiguration.TLS {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = folder.appendingPathComponent("key.pem")
    let certificate = folder.appendingPathComponent("certificate.pem")
    _ = try run(
      tools[0],
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
        + ["-keyout", key.path, "-out", certificate.path])
    return .init(
      certificatePEM: try String(contentsOf: certificate, encoding: .utf8),
      keyPEM: try String(contentsOf: key, encoding: .utf8))
  }

  @Test("Over TLS requests are answered, marked secure, and refusals arrive too")
  func answers() throws {
    let tls = try certificate()
    let application = TestApplication(respond: { .response(.text("\($0.head.isSecure) \($0.body.count)")) })
    try withServer(application, { $0.tls = tls }) { server in
      let address = "https://127.0.0.1:\(server.port)"
      let twice = try run(tools[1], ["-sk", "\(address)/", "\(address)/"])
      #expect(twice == "true 0true 0")
      let posted = try run(tools[1], ["-sk", "-d", "12345", "\(address)/"])
      #expect(posted == "true 5")
      let long = String(repeating: "x", count: 70_000)
      let onlyStatus = ["-sk", "--path-as-is", "-o", "/dev/null", "-w", "%{http_code}"]
      let tooLarge = try run(tools[1], onlyStatus + ["-d", long, "\(address)/"])
      #expect(tooLarge == "413")
      let dots = try run(tools[1], onlyStatus + ["\(address)/a/../b"])
      #expect(dots == "400")
    }
  }

  @Test("A key that is no key is an error at start")
  func brokenKey() throws {
    let configuration = HTTPServerConfiguration(tls: .init(certificatePEM: "none", keyPEM: "none"))
    let server = try HTTPServer(configuration: configuration, application: TestApplication())
    #expect(throws: HTTPServerError.self) { try server.start() }
  }
}
