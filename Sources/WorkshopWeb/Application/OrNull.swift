/// Something that may be missing and is then written as null: a screen that merges states must see that it went away,
/// and one that asks for null must not get nothing.
@propertyWrapper
struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  var wrappedValue: Value?

  /// Written out, or memberwise initialisers would ask for the wrapper instead of the value.
  init(wrappedValue value: Value?) {
    wrappedValue = value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
