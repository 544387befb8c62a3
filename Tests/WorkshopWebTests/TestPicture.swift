import Foundation

/// A picture of 64 × 32 with a colour in each corner, and what can be done to it.
enum TestPicture {
  /// Red and green above, blue and white below.
  static let jpeg: [UInt8] = Array(
    Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())

  private static let base64 = """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYV\
    pQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAg\
    AEADAREAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAUIBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAYAQEAAwEAAAAAAAAAAAAAAAAABQ\
    YHBP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AOZRS/gAAL6OYgAAAgJFt4AAC+jmIAAAOHbKswAADRSgOoAABnVf3KAAA0Uo\
    DqAAAf/Z
    """

  static let maker = "Werkdag Testcamera"

  /// The same with an EXIF block that holds an orientation, a camera and a position.
  static func withEXIF(orientation: UInt8 = 1) -> [UInt8] {
    func entry(_ tag: [UInt8], _ type: UInt8, _ value: [UInt8]) -> [UInt8] { tag + [0, type, 0, 0, 0, 1] + value }
    var tiff: [UInt8] = Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 3]
    tiff += entry([0x01, 0x0F], 2, [0, 0, 0, 80]) + entry([0x01, 0x12], 3, [0, orientation, 0, 0])
    tiff += entry([0x88, 0x25], 4, [0, 0, 0, 50]) + [0, 0, 0, 0]
    tiff += [0, 1] + entry([0x00, 0x01], 2, Array("N".utf8) + [0, 0, 0]) + [0, 0, 0, 0]
    tiff += [UInt8](repeating: 0, count: max(0, 80 - tiff.count)) + Array(maker.utf8) + [0]
    let segment = Array("Exif\0\0".utf8) + tiff
    let length = segment.count + 2
    return Array(jpeg.prefix(2)) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + segment + jpeg.dropFirst(2)
  }

  /// The same with another size in its header.
  static func claiming(width: Int, height: Int) -> [UInt8] {
    var bytes = jpeg
    guard let frame = bytes.indices.dropLast(8).first(where: { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 }) else {
      return []
    }
    bytes.replaceSubrange(
      (frame + 5)..<(frame + 9),
      with: [UInt8(height >> 8), UInt8(height & 0xFF), UInt8(width >> 8), UInt8(width & 0xFF)])
    return bytes
  }
}
