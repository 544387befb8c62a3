import HTTPServer
import Testing

@Suite("Multipart forms")
struct MultipartTests {
  private let type = "multipart/form-data; boundary=grens"

  private func parse(_ body: String, _ type: String? = nil, limit: Int = 8) throws -> [MultipartPart] {
    try Multipart.parse(Array(body.utf8), contentType: type ?? self.type, maximumParts: limit)
  }

  private func part(_ name: String, _ text: String) -> String {
    "--grens\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text)\r\n"
  }

  @Test("Fields and files are read with their names and types")
  func fields() throws {
    let file =
      "--grens\r\ncontent-type: image/jpeg\r\n"
      + "content-disposition: form-data; name=foto; filename=\"a\\\"b;c.jpg\"\r\n\r\n\r\n--gren\r\n\r\n"
    let parts = try parse(part("titel", "Café 🎈") + file + part("leeg", "") + "--grens--\r\nepilogue")
    #expect(parts.map(\.name) == ["titel", "foto", "leeg"])
    #expect(parts[0].text == "Café 🎈")
    #expect(parts[0].filename == nil)
    #expect(parts[1].filename == "a\"b;c.jpg")
    #expect(parts[1].contentType == "image/jpeg")
    #expect(parts[1].text == "\r\n--gren\r\n")
    #expect(parts[2].bytes.isEmpty)
  }

  @Test("Bytes of any value come through, and text that is not UTF-8 is nil")
  func binary() throws {
    let bytes = (0...255).map { UInt8($0) } + [0x0D, 0x0A, 0x2D, 0x2D]
    let body =
      Array("--grens\r\nContent-Disposition: form-data; name=x\r\n\r\n".utf8) + bytes
      + Array("\r\n--grens--".utf8)
    let parts = try Multipart.parse(body, contentType: "Multipart/Form-Data; charset=utf-8; Boundary=\"grens\"")
    #expect(parts[0].bytes == bytes)
    #expect(parts[0].text == nil)
  }

  @Test(
    "A file's name loses its folders",
    arguments: [
      ("../../etc/passwd", "passwd"), ("C:\\\\fotos\\\\a.jpg", "a.jpg"), ("/", ""),
    ])
  func filename(sent: String, expected: String) throws {
    let body = "--grens\r\nContent-Disposition: form-data; name=x; filename=\"\(sent)\"\r\n\r\n\r\n--grens--"
    #expect(try parse(body)[0].filename == expected)
  }

  @Test("Eight parts pass, nine are too many")
  func partLimit() throws {
    let eight = (0..<8).map { part("\($0)", "x") }.joined()
    #expect(try parse(eight + "--grens--").count == 8)
    #expect(throws: MultipartError.tooManyParts(limit: 8)) { try parse(eight + part("9", "x") + "--grens--") }
  }

  @Test("Another content type, or one without a boundary, is refused")
  func contentType() {
    #expect(throws: MultipartError.notMultipart) { try parse("", "application/json") }
    #expect(throws: MultipartError.notMultipart) { try parse("", "multipart/mixed; boundary=grens") }
    #expect(throws: MultipartError.noBoundary) { try parse("", "multipart/form-data") }
    #expect(throws: MultipartError.noBoundary) { try parse("", "multipart/form-data; boundary=") }
  }

  @Test(
    "A body that ends too early or begins otherwise is refused",
    arguments: [
      "", "--grens", "--grens\r\n", "grens--", "x\r\n--grens--",
      "--grens\r\nContent-Disposition: form-data; name=x\r\n\r\ny",
      "--grens\r\nContent-Disposition: form-data; name=x\r\n--grens--", "--grensx\r\n\r\n--grens--",
      "--grens\r\nContent-Disposition: form-data; name=x\r\n\r\ny\r\n--grens", "\0\0\0",
    ])
  func truncated(body: String) {
    #expect(throws: MultipartError.truncated) { try parse(body) }
  }

  @Test(
    "A part without a name is refused",
    arguments: [
      "Content-Disposition: form-data", "Content-Disposition: attachment; name=x", "Content-Type: text/plain", "broken",
    ])
  func unnamed(header: String) {
    #expect(throws: MultipartError.unnamedPart) { try parse("--grens\r\n\(header)\r\n\r\ny\r\n--grens--") }
  }

  @Test("No cut through a good body crashes or passes")
  func everyPrefix() throws {
    let body = Array((part("a", "een") + part("b", "twee") + "--grens--").utf8)
    for count in 0..<body.count {
      #expect(throws: MultipartError.self) { try Multipart.parse(Array(body.prefix(count)), contentType: type) }
    }
    #expect(try Multipart.parse(body, contentType: type).count == 2)
  }
}
