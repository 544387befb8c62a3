import Glibc

/// A thread of the server's own, beside libmicrohttpd's.
struct ServerThread: Sendable {
  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  private let thread: pthread_t

  /// Starts the work; throws where the system gives no thread.
  init(name: String, _ run: @escaping @Sendable () -> Void) throws(HTTPServerError) {
    var thread = pthread_t()
    // Given to the new thread, which takes it back as its first act.
    let work = Unmanaged.passRetained(Work(run))
    let result = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        // Takes back what was handed over below.
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    guard result == 0 else {
      work.release()
      throw HTTPServerError(.cannotStart, subject: "thread \(name)")
    }
    self.thread = thread
  }

  /// Waits until the work has returned; once only.
  func join() {
    pthread_join(thread, nil)
  }
}
