/// The header block of one request as it arrived, with the places of its fields.
struct ReceivedFields: Sendable {
  /// Offsets into the block; the value's blanks at both ends lie outside.
  struct Span: Sendable {
    let name: Range<Int>
    let value: Range<Int>
  }

  let block: [UInt8]
  let spans: [Span]

  var fields: [HTTPHeaders.Field] {
    spans.map { (name: text($0.name), value: text($0.value)) }
  }

  func first(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { wanted in
      spans.first { matches($0.name, wanted) }.map { text($0.value) }
    }
  }

  /// The length of the first value of the name; 0 where there is none.
  func byteCount(_ name: String) -> Int {
    var name = name
    return name.withUTF8 { wanted in spans.first { matches($0.name, wanted) }?.value.count ?? 0 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: block[range], as: UTF8.self)
  }

  private func matches(_ range: Range<Int>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == wanted.count else { return false }
    for offset in 0..<wanted.count where lowercase(block[range.lowerBound + offset]) != lowercase(wanted[offset]) {
      return false
    }
    return true
  }
}
