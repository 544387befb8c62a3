import CSodium

/// SHA-256 and its keyed form, from libsodium.
public enum Digest {
  /// The SHA-256 of bytes: 32 bytes.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }

  /// The HMAC-SHA-256 of bytes under a key of 32 bytes.
  static func keyed(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    precondition(key.count == Int(crypto_auth_hmacsha256_KEYBYTES), "the key is made by this module")
    var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
    crypto_auth_hmacsha256(&digest, bytes, UInt64(bytes.count), key)
    return digest
  }

  /// Compares in a time that does not depend on where two values differ.
  public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && sodium_memcmp(left, right, left.count) == 0
  }
}
