import Foundation

/// The files that give documents their looks; they ship with the product.
enum Templates {
  /// A file's place.
  ///
  /// Throws where it is missing, which is a fault of the installation.
  static func url(_ name: String) throws(DocumentError.Cause) -> URL {
    let url = Bundle.module.bundleURL.appendingPathComponent("Templates").appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: url.path) else { throw .files("template \(name) is missing") }
    return url
  }

  /// A file's bytes.
  static func bytes(_ name: String) throws(DocumentError.Cause) -> [UInt8] {
    let url = try url(name)
    do { return Array(try Data(contentsOf: url)) } catch { throw .files("\(error)") }
  }
}
