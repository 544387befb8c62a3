import Glibc

/// Waits for Ctrl-C or for the system to ask the program to stop.
enum StopSignal {
  /// Keeps the signals for `wait`; called before any other thread starts.
  static func block() {
    var signals = set()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    // A phone that goes away in the middle of an answer is no reason to end.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Returns when one of the signals comes.
  static func wait() {
    var (signals, received): (sigset_t, Int32) = (set(), 0)
    sigwait(&signals, &received)
  }

  private static func set() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }
}
