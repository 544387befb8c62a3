import Dispatch
import Foundation
import FoundationNetworking
import Synchronization

/// Reads server-sent events from a data task, and asks for the next task when one ends.
final class EventStream: NSObject, URLSessionDataDelegate, Sendable {
  private struct State: Sendable {
    var onEvent: (@Sendable (String, Data, ContinuousClock.Instant) -> Void)?
    var makeTask: (@Sendable () -> URLSessionDataTask?)?
    var lines = EventLines()
  }

  private let state = Mutex(State())

  func begin(
    onEvent: @escaping @Sendable (String, Data, ContinuousClock.Instant) -> Void,
    makeTask: @escaping @Sendable () -> URLSessionDataTask?
  ) {
    state.withLock { ($0.onEvent, $0.makeTask) = (onEvent, makeTask) }
    makeTask()?.resume()
  }

  func end() {
    state.withLock { ($0.onEvent, $0.makeTask) = (nil, nil) }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let now = ContinuousClock.now
    guard (dataTask.response as? HTTPURLResponse)?.statusCode == 200 else { return }
    let (events, onEvent) = state.withLock { ($0.lines.take(data), $0.onEvent) }
    guard let onEvent else { return }
    for event in events { onEvent(event.name, event.data, now) }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let makeTask = state.withLock { state in
      state.lines = EventLines()
      return state.makeTask
    }
    guard let makeTask else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(500)) { makeTask()?.resume() }
  }
}

/// Cuts bytes as they come into events: lines of `field: value`, an empty line after each event.
struct EventLines: Sendable {
  private var rest = Data()

  /// Takes what came and returns the events that are whole.
  mutating func take(_ data: Data) -> [(name: String, data: Data)] {
    rest.append(data)
    var events: [(name: String, data: Data)] = []
    while let end = rest.range(of: Data("\n\n".utf8)) {
      let lines = rest[rest.startIndex..<end.lowerBound].split(separator: 0x0A)
      rest = Data(rest[end.upperBound...])
      let name = lines.compactMap { Self.value(of: "event", in: $0) }.first ?? Data()
      let parts = lines.compactMap { Self.value(of: "data", in: $0) }
      if !parts.isEmpty {
        events.append((String(decoding: name, as: UTF8.self), Data(parts.joined(separator: [0x0A]))))
      }
    }
    return events
  }

  private static func value(of field: String, in line: Data) -> Data? {
    let head = Data("\(field):".utf8)
    guard line.starts(with: head) else { return nil }
    let value = line.dropFirst(head.count)
    return Data(value.first == 0x20 ? value.dropFirst() : value)
  }
}
