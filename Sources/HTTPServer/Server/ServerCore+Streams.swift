import CMicroHTTPD

extension ServerCore {
  /// Lets the stream follow its channel; false where the server is stopping.
  func open(_ stream: EventStream) -> Bool {
    let mayOpen = streams.withLock { streams in
      if !streams.isClosed { streams.streams[ObjectIdentifier(stream)] = stream }
      return !streams.isClosed
    }
    if mayOpen { stream.channel.attach(stream, broadcaster: broadcaster) }
    return mayOpen
  }

  func close(_ stream: EventStream) {
    stream.channel.detach(stream)
    streams.withLock { $0.streams[ObjectIdentifier(stream)] = nil }
  }

  /// The response that reads from the stream and closes it when libmicrohttpd is done with it.
  ///
  /// Nil, with the stream closed, where there is no memory for it.
  func nativeResponse(for stream: EventStream) -> OpaquePointer? {
    // Holds stream and server for the response; released in its free callback.
    let context = Unmanaged.passRetained(OpenStream(stream: stream, core: self))
    // HTTP/1.0 clients are served through a buffer of this size, others straight from the connection's memory.
    let response = mhd_stream_response(
      512,
      { context, _, buffer, capacity in
        guard let context, let buffer else { return -2 }
        // Held by the response until its last callback.
        let open = Unmanaged<OpenStream>.fromOpaque(context).takeUnretainedValue()
        return open.stream.read(into: buffer, capacity: capacity)
      }, context.toOpaque(),
      { context in
        guard let context else { return }
        // The last callback: takes back what was handed over.
        let open = Unmanaged<OpenStream>.fromOpaque(context).takeRetainedValue()
        open.core.close(open.stream)
      })
    if response == nil { close(context.takeRetainedValue().stream) }
    return response
  }

  /// Ends every stream and refuses later ones.
  func endStreams() {
    let open = streams.withLock { streams in
      streams.isClosed = true
      return Array(streams.streams.values)
    }
    for stream in open {
      let suspended = stream.channel.state.withLock { _ in stream.end() }
      suspended?.resume()
    }
  }
}

private final class OpenStream {
  let stream: EventStream
  let core: ServerCore

  init(stream: EventStream, core: ServerCore) {
    self.stream = stream
    self.core = core
  }
}
