/// Whether an `Accept-Encoding` field (RFC 9110, 12.5.3) allows gzip, and prefers it to the bytes as they are.
func prefersGzip(_ field: String?) -> Bool {
  guard let field else { return false }
  var gzip: Int?
  var any: Int?
  var identity: Int?
  for element in field.utf8.split(separator: UInt8(ascii: ",")) {
    let parts = element.split(separator: UInt8(ascii: ";"))
    guard let name = parts.first.map({ trimmed($0) }) else { continue }
    let quality = parts.dropFirst().lazy.compactMap { thousandths($0) }.first ?? 1000
    switch name {
    case "gzip", "x-gzip": gzip = quality
    case "*": any = quality
    case "identity": identity = quality
    default: continue
    }
  }
  let chosen = gzip ?? any ?? 0
  return chosen > 0 && chosen >= (identity ?? 0)
}

/// Lower-case text without the blanks around it.
private func trimmed(_ bytes: Substring.UTF8View) -> String {
  String(decoding: bytes.filter { $0 > 0x20 }.map(lowercase), as: UTF8.self)
}

/// The quality of `q=0.5` as 500; nil where the parameter is another one or is broken.
private func thousandths(_ parameter: Substring.UTF8View) -> Int? {
  let text = trimmed(parameter)
  guard text.hasPrefix("q="), let quality = Double(text.dropFirst(2)), (0...1).contains(quality) else { return nil }
  return Int(quality * 1000)
}
