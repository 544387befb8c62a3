import Foundation
public import WorkshopStore

extension SecretSource {
  /// Secrets that are the same in every run for the same seed, and differ from one call to the next.
  public static func predictable(seed: UInt64 = 1) -> SecretSource {
    let numbers = SplitMix(seed: seed)
    return SecretSource { count in numbers.bytes(count) }
  }
}

/// The SplitMix64 generator: small, and good enough to look random.
///
/// `@unchecked Sendable`: the state is only touched under `lock`.
private final class SplitMix: @unchecked Sendable {
  private let lock = NSLock()
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  func bytes(_ count: Int) -> [UInt8] {
    lock.withLock { (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 56) } }
  }

  private func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
