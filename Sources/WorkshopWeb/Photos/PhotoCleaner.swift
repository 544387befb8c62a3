import CTurboJPEG
import HTTPServer
import Workshop

/// Makes an uploaded photo safe to keep and to show: decoded and encoded anew, so that nothing but the picture survives;
/// no place, no time, no make of the phone (QUALITY, security 9).
enum PhotoCleaner {
  /// The most bytes a photo may arrive with.
  static let byteLimit = 10 * 1024 * 1024
  /// The most pixels, read from the header before any is decoded.
  static let pixelLimit = 40_000_000
  /// The most pixels times passes: 40 megapixels in the ten passes of a progressive photo, and half as many again.
  ///
  /// Each pass goes over every pixel the header claims: 40 megapixels told in 300 passes fit in 477 KB and keep a laptop
  /// busy for a minute and a half.
  static let workLimit = 600_000_000
  /// The longest side that is kept: a projector shows no more.
  static let longestSide = 2_000

  private static let quality: Int32 = 85

  /// Returns a JPEG without metadata, turned the right way up.
  ///
  /// Throws `Problem` with 413 where it is too large and 415 where it is not a JPEG that can be read, which says what it
  /// is where that can be told.
  static func clean(_ upload: [UInt8]) throws -> [UInt8] {
    guard upload.count <= byteLimit else { throw tooLarge }
    guard upload.starts(with: [0xFF, 0xD8, 0xFF]) else { throw refusal(of: PhotoKind(of: upload)) }
    let pixels = try decode(upload).turned(JPEGOrientation.of(upload))
    return try encode(pixels)
  }

  private static let tooLarge = Problem(
    name: "photoTooLarge", status: .payloadTooLarge, fields: ["photo": .photoTooLarge])
  private static let unreadable = Problem(
    name: "notAPhoto", status: .unsupportedMediaType, fields: ["photo": .unreadablePhoto])

  private static func refusal(of kind: PhotoKind?) -> Problem {
    switch kind {
    case .heic: Problem(name: "heicPhoto", status: .unsupportedMediaType, fields: ["photo": .heicPhoto])
    case .known(let name):
      Problem(name: "photoOfKind", status: .unsupportedMediaType, fields: ["photo": .photoOfKind(name)])
    case nil: unreadable
    }
  }

  /// The starts of a pass (SOS), those of a thumbnail in its EXIF block among them.
  ///
  /// No other bytes look like one: in a picture's data 0xFF is followed by 0 or by a restart marker.
  static func scanCount(_ upload: [UInt8]) -> Int {
    var (count, isMarker) = (0, false)
    for byte in upload {
      if isMarker, byte == 0xDA { count += 1 }
      isMarker = byte == 0xFF
    }
    return count
  }

  static func decode(_ upload: [UInt8]) throws -> Pixels {
    guard let decoder = tjInitDecompress() else { throw unreadable }
    defer { tjDestroy(decoder) }
    var (width, height, subsampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let size = UInt(upload.count)
    guard tjDecompressHeader3(decoder, upload, size, &width, &height, &subsampling, &colours) == 0, width > 0,
      height > 0
    else { throw unreadable }
    guard Int(width) * Int(height) <= pixelLimit else { throw tooLarge }
    guard Int(width) * Int(height) * scanCount(upload) <= workLimit else { throw unreadable }
    let scaled = Self.scaled(Int(width), Int(height))
    var pixels = Pixels(width: scaled.width, height: scaled.height)
    let result = tjDecompress2(
      decoder, upload, size, &pixels.bytes, Int32(scaled.width), 0, Int32(scaled.height), TJPF_RGB.rawValue32,
      TJFLAG_LIMITSCANS)
    // A warning (a photo cut short by a bad connection) still gives a picture; an error does not.
    guard result == 0 || tjGetErrorCode(decoder) == TJERR_WARNING.rawValue32 else { throw unreadable }
    return pixels
  }

  /// The decoder can halve and quarter while it reads, which costs neither time nor memory.
  private static func scaled(_ width: Int, _ height: Int) -> (width: Int, height: Int) {
    for divisor in [1, 2, 4, 8] {
      let size = ((width + divisor - 1) / divisor, (height + divisor - 1) / divisor)
      if max(size.0, size.1) <= longestSide || divisor == 8 { return size }
    }
    return (width, height)
  }

  private static func encode(_ pixels: Pixels) throws -> [UInt8] {
    guard let encoder = tjInitCompress() else { throw unreadable }
    defer { tjDestroy(encoder) }
    var jpeg: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    // The library allocates `jpeg`; it is freed by tjFree once it is copied.
    defer { tjFree(jpeg) }
    let result = tjCompress2(
      encoder, pixels.bytes, Int32(pixels.width), 0, Int32(pixels.height), TJPF_RGB.rawValue32, &jpeg, &size,
      TJSAMP_420.rawValue32, quality, 0)
    guard result == 0, let jpeg else { throw unreadable }
    return Array(UnsafeBufferPointer(start: jpeg, count: Int(size)))
  }
}

extension TJPF {
  fileprivate var rawValue32: Int32 { Int32(rawValue) }
}

extension TJSAMP {
  fileprivate var rawValue32: Int32 { Int32(rawValue) }
}

extension TJERR {
  fileprivate var rawValue32: Int32 { Int32(rawValue) }
}
