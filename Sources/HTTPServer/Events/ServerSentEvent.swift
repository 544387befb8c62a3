/// One event of a stream, in the terms of the HTML standard's server-sent events.
public struct ServerSentEvent: Sendable, Hashable {
  /// What a client returns as `Last-Event-ID`; nil leaves the client's last one as it is.
  public var id: Int64?
  /// The event's type; empty for the default, `message`.
  public var name: String
  /// The payload; line breaks of any kind arrive as `\n`.
  public var data: [UInt8]

  /// Makes an event.
  public init(id: Int64? = nil, name: String, data: [UInt8]) {
    self.id = id
    self.name = name
    self.data = data
  }

  /// The event as bytes of the stream.
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count + name.utf8.count + 48)
    if let id { bytes += Array("id: \(id)\n".utf8) }
    if !name.isEmpty {
      // A break in the name would begin a field of its own.
      bytes += Array("event: ".utf8) + name.utf8.filter { $0 != 0x0A && $0 != 0x0D } + [0x0A]
    }
    var rest = data[...]
    while true {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      bytes += Array("data: ".utf8) + line + [0x0A]
      guard line.endIndex < rest.endIndex else { break }
      let isPair = rest[line.endIndex] == 0x0D && line.endIndex + 1 < rest.endIndex && rest[line.endIndex + 1] == 0x0A
      rest = rest[(line.endIndex + (isPair ? 2 : 1))...]
    }
    bytes.append(0x0A)
    return bytes
  }
}

/// A published event: encoded once, shared by every stream that sends it.
final class EncodedEvent: Sendable {
  let id: Int64?
  let bytes: [UInt8]

  init(_ event: ServerSentEvent) {
    id = event.id
    bytes = event.encoded()
  }

  init(id: Int64? = nil, bytes: [UInt8]) {
    self.id = id
    self.bytes = bytes
  }

  /// A comment, which clients pass over: it keeps the connection known to every box on its way.
  static let heartbeat = EncodedEvent(bytes: Array(":\n\n".utf8))
}
