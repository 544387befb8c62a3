import Foundation

/// The JSON that columns hold: keys sorted, so that the same value is always the same text.
enum StoredJSON {
  static func text(_ value: some Encodable) throws -> String {
    String(decoding: try bytes(value), as: UTF8.self)
  }

  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(date.milliseconds)
    }
    return Array(try encoder.encode(value))
  }

  /// Throws `StoreError` where a column holds something else than was written to it.
  static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      Date(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }
    do { return try decoder.decode(type, from: Data(text.utf8)) } catch is DecodingError {
      throw StoreError("row", .damaged)
    }
  }
}
