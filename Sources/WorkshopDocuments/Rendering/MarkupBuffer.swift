/// Collects HTML or XML as bytes: one growing buffer, since joining thousands of strings is what makes long documents slow.
struct MarkupBuffer {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 1 << 16) { bytes.reserveCapacity(capacity) }

  /// Our own markup, as it is.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Numbers and ids we made ourselves.
  mutating func raw(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }

  /// A whole file of ours, such as a style sheet.
  mutating func file(_ content: [UInt8]) { bytes.append(contentsOf: content) }

  /// Text of whatever origin, for content and for attributes in double quotes.
  ///
  /// Control characters that XML 1.0 cannot hold are left out, and nothing else.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x22: raw("&quot;")
      case 0x27: raw("&#39;")
      case 0x09, 0x0A: bytes.append(byte)
      case 0..<0x20, 0x7F: continue
      default: bytes.append(byte)
      }
    }
  }

  /// An attribute's value with its quotes.
  mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  /// Bytes as base64 (RFC 4648), for pictures inside the page.
  mutating func base64(_ data: [UInt8]) {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    bytes.reserveCapacity(bytes.count + data.count * 4 / 3 + 4)
    for start in stride(from: 0, to: data.count, by: 3) {
      let second = start + 1 < data.count ? data[start + 1] : 0
      let third = start + 2 < data.count ? data[start + 2] : 0
      let group = Int(data[start]) << 16 | Int(second) << 8 | Int(third)
      bytes.append(alphabet[group >> 18])
      bytes.append(alphabet[group >> 12 & 63])
      bytes.append(start + 1 < data.count ? alphabet[group >> 6 & 63] : 0x3D)
      bytes.append(start + 2 < data.count ? alphabet[group & 63] : 0x3D)
    }
  }
}
