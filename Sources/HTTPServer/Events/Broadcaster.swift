import Glibc

/// The one thread that wakes streams: at once for an event, later for one held back, and for heartbeats.
///
/// Unchecked: every variable is touched under `mutex` only, and mutex and condition live as long as this object.
final class Broadcaster: @unchecked Sendable {
  private let heartbeat: Duration
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var due: [ObjectIdentifier: (channel: EventChannel, time: MonotonicTime)] = [:]
  private var followed: [ObjectIdentifier: EventChannel] = [:]
  private var isStopping = false

  init(heartbeat: Duration) {
    self.heartbeat = heartbeat
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    let results = (pthread_mutex_init(mutex, nil), pthread_cond_init(condition, &attributes))
    precondition(results == (0, 0), "no mutex or condition: errors \(results)")
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  private func withLock<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Has the channel broadcast as soon as may be.
  func wake(_ channel: EventChannel) {
    withLock {
      // One that waits already, be it for a later time, takes this event along.
      guard due[ObjectIdentifier(channel)] == nil else { return }
      due[ObjectIdentifier(channel)] = (channel, MonotonicTime(nanoseconds: 0))
      _ = pthread_cond_signal(condition)
    }
  }

  /// Includes the channel in the heartbeats until nobody follows it any more.
  func follow(_ channel: EventChannel) {
    withLock { followed[ObjectIdentifier(channel)] = channel }
  }

  func stop() {
    withLock {
      isStopping = true
      _ = pthread_cond_signal(condition)
    }
  }

  /// The thread's work.
  func run() {
    var nextBeat = MonotonicTime.now + heartbeat
    while let channels = waitForWork(until: nextBeat) {
      for channel in channels {
        guard let time = channel.broadcast(now: .now) else { continue }
        // An event that came meanwhile may have asked for now, which is as early as this one was.
        withLock { due[ObjectIdentifier(channel)] = (channel, time) }
      }
      if nextBeat <= .now {
        beat()
        nextBeat = .now + heartbeat
      }
    }
  }

  /// The channels that are due, none at a heartbeat; nil when stopping.
  private func waitForWork(until nextBeat: MonotonicTime) -> [EventChannel]? {
    withLock {
      while !isStopping {
        let now = MonotonicTime.now
        let ready = due.filter { $0.value.time <= now }
        if !ready.isEmpty || nextBeat <= now {
          ready.keys.forEach { due[$0] = nil }
          return ready.values.map(\.channel)
        }
        var wakeTime = min(nextBeat, due.values.map(\.time).min() ?? .never).timespec
        pthread_cond_timedwait(condition, mutex, &wakeTime)
      }
      return nil
    }
  }

  private func beat() {
    for channel in withLock({ Array(followed.values) }) where !channel.beat() {
      withLock {
        // Asked again under our lock: a stream that came meanwhile is counted, or puts its channel back after us.
        if channel.subscriberCount == 0 { followed[ObjectIdentifier(channel)] = nil }
      }
    }
  }
}
