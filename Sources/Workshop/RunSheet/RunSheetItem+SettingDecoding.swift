extension RunSheetItem {
  /// The settings of a form, read from JSON: texts under `texts`, null where something is taken away.
  ///
  /// What is not there is not changed. `faults` names what is of another type, or a term nobody knows.
  public struct Settings: Decodable, Sendable {
    /// What was set, in a fixed order.
    public private(set) var values: [Setting] = []
    /// What could not be read, by field.
    public private(set) var faults: [String: FieldFault] = [:]

    private enum Key: String, CodingKey {
      case texts, minutes, anchor, anchorReason, isSkipped, isProtected, phase, step, scene, timerMinutes, rounds
      case hasSwap, minimumMinutes
    }

    /// Reads an object; throws where it is none.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      readTexts(container)
      read(container, .minutes, Int.self) { .minutes($0) }
      readOptional(container, .anchor, Int.self) { .anchor($0) }
      readOptional(container, .anchorReason, AnchorReason.self) { .anchorReason($0) }
      read(container, .isSkipped, Bool.self) { .isSkipped($0) }
      read(container, .isProtected, Bool.self) { .isProtected($0) }
      read(container, .phase, Phase.self) { .phase($0) }
      readOptional(container, .step, StepID.self) { .step($0) }
      read(container, .scene, Scene.self) { .scene($0) }
      readOptional(container, .timerMinutes, Int.self) { .timerMinutes($0) }
      read(container, .rounds, Int.self) { .rounds($0) }
      read(container, .hasSwap, Bool.self) { .hasSwap($0) }
      readOptional(container, .minimumMinutes, Int.self) { .minimumMinutes($0) }
    }

    private mutating func readTexts(_ container: KeyedDecodingContainer<Key>) {
      guard container.contains(.texts) else { return }
      guard let texts = try? container.nestedContainer(keyedBy: TextField.self, forKey: .texts) else {
        faults["texts"] = .wrongType
        return
      }
      for field in TextField.allCases where texts.contains(field) {
        if let text = try? texts.decode(String.self, forKey: field) {
          values.append(.text(field, text))
        } else {
          faults[field.rawValue] = .wrongType
        }
      }
    }

    private mutating func read<Value: Decodable>(
      _ container: KeyedDecodingContainer<Key>, _ key: Key, _ type: Value.Type, _ setting: (Value) -> Setting
    ) {
      guard container.contains(key) else { return }
      if let value = try? container.decode(type, forKey: key) {
        values.append(setting(value))
      } else {
        faults[key.rawValue] = type == Int.self || type == Bool.self ? .wrongType : .unknownChoice
      }
    }

    private mutating func readOptional<Value: Decodable>(
      _ container: KeyedDecodingContainer<Key>, _ key: Key, _ type: Value.Type, _ setting: (Value?) -> Setting
    ) {
      if (try? container.decodeNil(forKey: key)) == true {
        values.append(setting(nil))
      } else {
        read(container, key, type) { setting($0) }
      }
    }
  }
}
