import HTTPServer
import WorkshopStore

/// The token in a plain form that another site's page cannot know; it dies with the server.
struct FormToken: Sendable {
  private let secret: [UInt8]

  init(secrets: SecretSource) {
    secret = secrets.bytes(32)
  }

  var value: String {
    Digest.sha256(secret).prefix(20).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  func matches(_ text: String) -> Bool {
    Digest.areEqual(Array(text.utf8), Array(value.utf8))
  }
}
