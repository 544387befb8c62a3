/// How a camera held the picture, by the numbers of the EXIF standard.
enum JPEGOrientation: Int {
  case upright = 1
  case mirrored, upsideDown, mirroredUpsideDown, mirroredOnLeft, onRight, mirroredOnRight, onLeft

  /// Whether width and height change places when it is turned upright.
  var swapsSides: Bool { rawValue >= 5 }

  /// The place in the stored picture of a point in the upright one.
  func source(of x: Int, _ y: Int, width: Int, height: Int) -> (x: Int, y: Int) {
    switch self {
    case .upright: (x, y)
    case .mirrored: (width - 1 - x, y)
    case .upsideDown: (width - 1 - x, height - 1 - y)
    case .mirroredUpsideDown: (x, height - 1 - y)
    case .mirroredOnLeft: (y, x)
    case .onRight: (y, height - 1 - x)
    case .mirroredOnRight: (width - 1 - y, height - 1 - x)
    case .onLeft: (width - 1 - y, x)
    }
  }

  /// Reads the orientation from a JPEG's EXIF block; upright where there is none or it cannot be read.
  static func of(_ jpeg: [UInt8]) -> JPEGOrientation {
    var offset = 2
    while offset + 4 <= jpeg.count, jpeg[offset] == 0xFF, jpeg[offset + 1] != 0xDA {
      let length = Int(jpeg[offset + 2]) << 8 | Int(jpeg[offset + 3])
      let end = offset + 2 + length
      guard length >= 2, end <= jpeg.count else { return .upright }
      if jpeg[offset + 1] == 0xE1, let found = orientation(inSegment: jpeg[(offset + 4)..<end]) { return found }
      offset = end
    }
    return .upright
  }

  private static func orientation(inSegment segment: ArraySlice<UInt8>) -> JPEGOrientation? {
    guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
    let tiff = Array(segment.dropFirst(6))
    let isLittleEndian = tiff.starts(with: [0x49, 0x49])
    guard isLittleEndian || tiff.starts(with: [0x4D, 0x4D]) else { return nil }
    func number(at offset: Int, bytes: Int) -> Int? {
      guard offset >= 0, offset + bytes <= tiff.count else { return nil }
      let slice = tiff[offset..<(offset + bytes)]
      return (isLittleEndian ? Array(slice.reversed()) : Array(slice)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2) else { return nil }
    for entry in 0..<min(count, 64) {
      let start = directory + 2 + entry * 12
      guard let tag = number(at: start, bytes: 2) else { return nil }
      if tag == 0x0112 { return number(at: start + 8, bytes: 2).flatMap(JPEGOrientation.init) }
    }
    return nil
  }
}
