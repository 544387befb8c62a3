/// A ZIP archive whose parts are stored as they are (APPNOTE 6.3.10, method 0): enough for a small office file.
struct StoredArchive {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a part.
  mutating func add(_ name: String, _ data: [UInt8]) {
    let offset = content.count
    let description = Self.description(name, data)
    content += Self.little(0x0403_4B50, 4) + description + Array(name.utf8) + data
    directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + description
    // No comment, first disk, no attributes, then where the part begins.
    directory += Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4) + Self.little(offset, 4)
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  func bytes() -> [UInt8] {
    content + directory + Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(count, 2)
      + Self.little(count, 2)
      + Self.little(directory.count, 4) + Self.little(content.count, 4) + Self.little(0, 2)
  }

  /// What local header and directory say alike: version, flags, method, a fixed moment, checksum, sizes, name's length.
  private static func description(_ name: String, _ data: [UInt8]) -> [UInt8] {
    little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x0021, 2) + little(Int(checksum(data)), 4)
      + little(data.count, 4) + little(data.count, 4) + little(name.utf8.count, 2) + little(0, 2)
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as ZIP has it.
  static func checksum(_ data: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
