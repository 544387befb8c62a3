/// Header fields in their order, found by name without regard to case.
///
/// Received headers stay the bytes that arrived until somebody asks for one: most requests are answered after
/// reading two or three of them.
public struct HTTPHeaders: Sendable, ExpressibleByDictionaryLiteral {
  /// One field, its value without surrounding blanks.
  public typealias Field = (name: String, value: String)

  private enum Storage: Sendable {
    case fields([Field])
    case received(ReceivedFields)
  }

  private var storage: Storage

  /// Makes headers of fields in this order; a name may occur more than once.
  public init(_ fields: [Field] = []) {
    storage = .fields(fields)
  }

  /// Headers in the literal's order.
  public init(dictionaryLiteral elements: (String, String)...) {
    storage = .fields(elements.map { (name: $0.0, value: $0.1) })
  }

  init(received: ReceivedFields) {
    storage = .received(received)
  }

  /// All fields, in their order.
  public var fields: [Field] {
    switch storage {
    case .fields(let fields): fields
    case .received(let received): received.fields
    }
  }

  /// The first value of the name; nil where there is none.
  ///
  /// Setting replaces every field of that name by one, at the place of the first; setting nil removes them.
  public subscript(name: String) -> String? {
    get {
      switch storage {
      case .fields(let fields): fields.first { equalIgnoringCase($0.name, name) }?.value
      case .received(let received): received.first(name)
      }
    }
    set {
      var fields = self.fields
      let place = fields.firstIndex { equalIgnoringCase($0.name, name) }
      fields.removeAll { equalIgnoringCase($0.name, name) }
      if let newValue {
        fields.insert((name: name, value: newValue), at: place ?? fields.count)
      }
      storage = .fields(fields)
    }
  }

  /// Every value of the name, in their order; empty where there is none.
  public func all(_ name: String) -> [String] {
    fields.filter { equalIgnoringCase($0.name, name) }.map(\.value)
  }

  /// Adds a field behind the others, also where the name occurs already.
  public mutating func add(name: String, value: String) {
    var fields = self.fields
    fields.append((name: name, value: value))
    storage = .fields(fields)
  }
}

/// Whether two names are the same but for the case of ASCII letters, as header names compare.
func equalIgnoringCase(_ one: String, _ other: String) -> Bool {
  one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { lowercase($0) == lowercase($1) }
}

/// The byte, an ASCII capital as its small letter.
@inline(__always)
func lowercase(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
