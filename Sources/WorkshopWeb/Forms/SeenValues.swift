import Foundation
import Workshop

/// The values a form was opened with, as a hidden field of it.
enum SeenValues {
  /// What a form is opened with, which comes back with it: so that it can be told what its editor changed.
  ///
  /// Nothing for a form that is shown again with its faults, since what stands in it was typed already.
  static func hidden(_ fields: [[String: Any]]) -> [[String: Any]] {
    guard !fields.contains(where: { $0["error"] is String }) else { return [] }
    let values = fields.reduce(into: [String: [String]]()) { values, field in
      if let name = field["name"] as? String { values[name] = field["typed"] as? [String] ?? [] }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Strings in a dictionary can always be written.
    guard let json = try? encoder.encode(values) else { return [] }
    return [["hiddenName": "seen", "hiddenValue": String(decoding: json, as: UTF8.self)]]
  }

  /// The values that came back with a form, by the names of its fields; nil where it does not say.
  static func read(_ text: String) -> [String: [String]]? {
    try? JSONDecoder().decode([String: [String]].self, from: Data(text.utf8))
  }
}
