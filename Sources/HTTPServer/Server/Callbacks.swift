import CMicroHTTPD
import Synchronization

// File-level functions, because libmicrohttpd calls them from threads of its own, outside any actor.
// Each context pointer is a ServerCore, held by the running daemon; each socket context is a Connection and each
// request context an Exchange. libmicrohttpd holds the connection from its first callback to its last, and the
// connection holds its exchange.

func connectionChanged(
  context: UnsafeMutableRawPointer?, native: OpaquePointer?,
  socketContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, change: MHD_ConnectionNotificationCode
) {
  guard let context, let native, let socketContext else { return }
  // The daemon holds the core as long as it calls back.
  let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
  if change == .CONNECTION_NOTIFY_STARTED {
    let connection = Connection(
      descriptor: mhd_descriptor(native), peer: PeerAddress(mhd_peer(native)),
      deadline: .now + core.configuration.headerDeadline)
    core.registry.insert(connection)
    // Held for libmicrohttpd until it says that the connection closed.
    socketContext.pointee = Unmanaged.passRetained(connection).toOpaque()
  } else if let held = socketContext.pointee {
    socketContext.pointee = nil
    // The socket is still open here; after this nobody of ours touches it.
    let connection = Unmanaged<Connection>.fromOpaque(held).takeRetainedValue()
    core.registry.remove(connection)
    // libmicrohttpd does not report requests that end because its own error response finds no memory.
    connection.exchange?.complete()
    core.acceptor.open.subtract(1, ordering: .relaxed)
  }
}

/// Called with the raw target; what it returns is the request's context.
func requestLineArrived(
  context: UnsafeMutableRawPointer?, uri: UnsafePointer<CChar>?, native: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let context, let native, let held = mhd_socket_context(native) else { return nil }
  // The daemon holds the core, libmicrohttpd the connection.
  let connection = Unmanaged<Connection>.fromOpaque(held).takeUnretainedValue()
  let exchange = Exchange(
    core: Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue(), native: native,
    connection: connection, line: RequestLine(uri))
  connection.exchange = exchange
  // Not retained: the connection holds its exchange and outlives the request.
  return Unmanaged.passUnretained(exchange).toOpaque()
}

func requestProceeds(
  context: UnsafeMutableRawPointer?, native: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, upload: UnsafePointer<CChar>?,
  uploadSize: UnsafeMutablePointer<Int>?, requestContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let held = requestContext?.pointee, let method, let version, let uploadSize else { return .NO }
  // Held by its connection.
  let exchange = Unmanaged<Exchange>.fromOpaque(held).takeUnretainedValue()
  let bytes = uploadSize.pointee > 0 ? UnsafeBufferPointer(start: upload, count: uploadSize.pointee) : nil
  uploadSize.pointee = 0
  return exchange.proceed(method: method, version: version, upload: bytes)
}

func requestCompleted(
  context: UnsafeMutableRawPointer?, native: OpaquePointer?,
  requestContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
  guard let held = requestContext?.pointee else { return }
  requestContext?.pointee = nil
  // Held by its connection.
  Unmanaged<Exchange>.fromOpaque(held).takeUnretainedValue().complete()
}
