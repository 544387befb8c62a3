import CQREncode

/// A QR code as a vector picture, and as text for a terminal.
public enum QRCode {
  /// The modules row by row, true where dark; nil where the text is too long for a code.
  public static func modules(_ text: String) -> [[Bool]]? {
    // The library owns the code until it is freed here.
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard width > 0, let data = code.pointee.data else { return nil }
    return (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
  }

  /// An SVG with the quiet zone of four modules that readers need.
  public static func svg(_ text: String) -> String? {
    guard let modules = modules(text) else { return nil }
    let size = modules.count + 8
    var path = ""
    for (y, row) in modules.enumerated() {
      for (x, isDark) in row.enumerated() where isDark { path += "M\(x + 4) \(y + 4)h1v1h-1z" }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" shape-rendering="crispEdges" role="img">\
      <path fill="#fff" d="M0 0h\(size)v\(size)H0z"/><path fill="#000" d="\(path)"/></svg>
      """
  }

  /// Two rows of modules a line of text, dark on light whatever the terminal's colours.
  public static func terminalText(_ text: String) -> String? {
    guard let modules = modules(text) else { return nil }
    let width = modules.count
    func isDark(_ x: Int, _ y: Int) -> Bool {
      (0..<width).contains(x) && (0..<width).contains(y) && modules[y][x]
    }
    return stride(from: -2, to: width + 2, by: 2).map { y in
      let line = (-2..<(width + 2)).map { x in
        switch (isDark(x, y), isDark(x, y + 1)) {
        case (true, true): " "
        case (true, false): "▄"
        case (false, true): "▀"
        case (false, false): "█"
        }
      }
      return "\u{1B}[97;40m\(line.joined())\u{1B}[0m"
    }.joined(separator: "\n")
  }
}
