/// Which way a text runs, by its first letter with a direction (Unicode's rule P2, for the scripts people write in here).
enum TextDirection {
  /// Whether the first letter with a direction belongs to Hebrew, Arabic or their neighbours.
  static func isRightToLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: return true
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return false
  }
}
