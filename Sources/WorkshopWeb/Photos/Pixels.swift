/// A decoded picture: three bytes a pixel, row by row.
struct Pixels {
  let width: Int
  let height: Int
  var bytes: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bytes = [UInt8](repeating: 0, count: width * height * 3)
  }

  /// The picture turned the right way up.
  func turned(_ orientation: JPEGOrientation) -> Pixels {
    guard orientation != .upright else { return self }
    var turned = orientation.swapsSides ? Pixels(width: height, height: width) : Pixels(width: width, height: height)
    for y in 0..<turned.height {
      for x in 0..<turned.width {
        let (sourceX, sourceY) = orientation.source(of: x, y, width: width, height: height)
        let (from, to) = ((sourceY * width + sourceX) * 3, (y * turned.width + x) * 3)
        turned.bytes[to] = bytes[from]
        turned.bytes[to + 1] = bytes[from + 1]
        turned.bytes[to + 2] = bytes[from + 2]
      }
    }
    return turned
  }
}
