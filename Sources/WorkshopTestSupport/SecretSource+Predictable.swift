import Synchronization
import Workshop
public import WorkshopStore

extension SecretSource {
  /// Secrets that are the same in every run for the same seed, and differ from one call to the next.
  public static func predictable(seed: UInt64 = 1) -> SecretSource {
    let numbers = Predictable(seed: seed)
    return SecretSource { count in numbers.bytes(count) }
  }
}

private final class Predictable: Sendable {
  private let numbers: Mutex<SplitMix64>

  init(seed: UInt64) {
    numbers = Mutex(SplitMix64(seed: seed))
  }

  func bytes(_ count: Int) -> [UInt8] {
    numbers.withLock { numbers in (0..<count).map { _ in UInt8(truncatingIfNeeded: numbers.next() >> 56) } }
  }
}
