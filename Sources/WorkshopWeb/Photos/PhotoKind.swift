/// What a file that is no JPEG really is, by its first bytes and whatever its name says.
enum PhotoKind {
  /// As an iPhone keeps its photos.
  case heic
  /// Something else with a name people know.
  case known(String)

  /// The kind of a file; nil for a JPEG and for what has no kind we know.
  init?(of bytes: [UInt8]) {
    func has(_ text: String, at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: Array(text.utf8)) }
    // ISO/IEC 14496-12: a box of type `ftyp`, and the brand of its content after it.
    if has("ftyp", at: 4) {
      let brand = String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self)
      if brand.hasPrefix("avi") {
        self = .known("AVIF")
      } else if Self.heicBrands.contains(brand) {
        self = .heic
      } else {
        self = .known("video")
      }
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      self = .known("PNG")
    } else if has("GIF8") {
      self = .known("GIF")
    } else if has("RIFF"), has("WEBP", at: 8) {
      self = .known("WebP")
    } else if has("%PDF") {
      self = .known("PDF")
    } else {
      return nil
    }
  }

  /// ISO/IEC 23008-12: `mif1` and `msf1` for a picture and a sequence, the others for what they are coded with.
  private static let heicBrands: Set<String> = [
    "heic", "heix", "heim", "heis", "hevc", "hevx", "heif", "mif1", "msf1",
  ]
}
