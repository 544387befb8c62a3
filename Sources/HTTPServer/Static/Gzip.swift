import CZlib

/// The bytes in gzip form at the strongest level; nil where zlib has no memory for it.
func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  // 15 bits of window and 16 for gzip's own header; the macro deflateInit2 is not visible to Swift.
  let size = Int32(MemoryLayout<z_stream>.size)
  guard
    deflateInit2_(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
  else { return nil }
  defer { deflateEnd(&stream) }
  var input = bytes
  let bound = Int(deflateBound(&stream, UInt(bytes.count)))
  var count = 0
  let output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, filled in
    input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(buffer.count)
      if deflate(&stream, Z_FINISH) == Z_STREAM_END { count = Int(stream.total_out) }
    }
    filled = count
  }
  return count > 0 ? output : nil
}
