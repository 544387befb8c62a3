import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("What becomes of a photo")
struct PhotoTests {
  let workday: Workday
  let room: LiveRoom
  let sample = SubmissionSample(.dream)

  init() throws {
    workday = try Workday()
    room = try workday.create()
    try room.open("droom")
  }

  private func send(_ photo: [UInt8]) async throws -> Reply {
    try await workday.phone(in: room).form(path: "/api/contributions", contribution: try sample.json(), photo: photo)
  }

  @Test("Nothing survives but the picture: no place, no time, no make of the phone")
  func metadata() async throws {
    let upload = TestPicture.withEXIF()
    #expect(contains(upload, TestPicture.maker))
    #expect(try await send(upload).status == 201)
    let kept = try #require(try room.store.read { try $0.photo(of: sample.id) })
    #expect(kept.starts(with: [0xFF, 0xD8, 0xFF]))
    #expect(!contains(kept, "Exif"))
    #expect(!contains(kept, TestPicture.maker))
    let shown = try await workday.console.get("/api/photos/\(sample.id)")
    #expect(shown.body == kept)
    #expect(shown.headers["Content-Type"] == "image/jpeg")
    #expect(shown.headers["Cache-Control"] == "private, no-store")
  }

  @Test(
    "A photo is turned upright, however the phone was held",
    arguments: [
      (1, "RGBW"), (2, "GRWB"), (3, "WBGR"), (4, "BWRG"), (5, "RBGW"), (6, "BRWG"), (7, "WGBR"), (8, "GWRB"),
    ] as [(UInt8, String)])
  func orientation(_ orientation: UInt8, _ corners: String) throws {
    let upright = try PhotoCleaner.decode(PhotoCleaner.clean(TestPicture.withEXIF(orientation: orientation)))
    #expect(upright.width == (orientation < 5 ? 64 : 32))
    #expect(upright.height == (orientation < 5 ? 32 : 64))
    let (x, y) = (upright.width / 4, upright.height / 4)
    let found = [(x, y), (3 * x, y), (x, 3 * y), (3 * x, 3 * y)].map { colour(upright, $0.0, $0.1) }.joined()
    #expect(found == corners)
  }

  @Test("An orientation that does not exist is taken for upright", arguments: [0, 9, 255] as [UInt8])
  func strangeOrientation(_ orientation: UInt8) throws {
    let pixels = try PhotoCleaner.decode(PhotoCleaner.clean(TestPicture.withEXIF(orientation: orientation)))
    #expect(pixels.width == 64)
  }

  @Test(
    "What is not a JPEG is 415, whatever it is called",
    arguments: [
      Array("GIF89a".utf8) + [UInt8](repeating: 0, count: 64),
      [0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 1, count: 64),
      Array("<svg onload='alert(1)'/>".utf8), [0xFF, 0xD8], [0xFF, 0xD8, 0xFF], .samplePhoto(),
    ] as [[UInt8]])
  func notAJPEG(_ bytes: [UInt8]) async throws {
    let reply = try await send(bytes)
    #expect(reply.status == 415)
    #expect(reply.faults == ["photo"])
    #expect(try room.store.read { try $0.acknowledgedIDs() } == [])
  }

  @Test(
    "More than 40 megapixels is 413 by the header alone",
    arguments: [(8_000, 8_000), (65_500, 65_500), (40_001, 1_000)])
  func tooManyPixels(_ width: Int, _ height: Int) async throws {
    let bytes = TestPicture.claiming(width: width, height: height)
    let reply = try await send(bytes)
    #expect(reply.status == 413)
    #expect(reply.problem == "photoTooLarge")
    // Nothing of such a size is in the file, so a decoder that was asked would have called it damaged.
  }

  @Test("More than 10 MB is 413")
  func tooManyBytes() async throws {
    let reply = try await send(TestPicture.jpeg + [UInt8](repeating: 0, count: 10 * 1024 * 1024))
    #expect(reply.status == 413)
  }

  @Test("A photo cut short before its picture is 415; cut in it, what there is of it is kept")
  func truncated() async throws {
    #expect(try await send(Array(TestPicture.jpeg.prefix(120))).status == 415)
    #expect(try await send(Array(TestPicture.jpeg.dropLast(12))).status == 201)
  }

  @Test("Damaged bytes in every place of a photo never bring the server down")
  func damaged() {
    for place in TestPicture.jpeg.indices.dropFirst(3) {
      var bytes = TestPicture.withEXIF(orientation: 6)
      bytes[place] ^= 0xFF
      _ = try? PhotoCleaner.clean(bytes)
    }
  }

  @Test("A photo is shown to who sent it, to the console, and to the room only once it is released")
  func access() async throws {
    let sender = try await workday.phone(in: room)
    let other = try await workday.phone(in: room)
    let projector = try workday.staff(.projector, of: room)
    let path = "/api/photos/\(sample.id)"
    let sent = try await sender.form(
      path: "/api/contributions", contribution: try sample.json(), photo: TestPicture.jpeg)
    #expect(sent.status == 201)
    #expect(try await sender.get(path).status == 200)
    #expect(try await workday.console.get(path).status == 200)
    for client in [other, projector, workday.stranger] { #expect(try await client.get(path).status == 404) }
    try room.store.write { try $0.release(sample.id, by: .moderator) }
    for client in [other, projector] { #expect(try await client.get(path).status == 200) }
    #expect(try await workday.stranger.get(path).status == 404)
    try room.store.write { try $0.hold(sample.id, reason: "", by: .moderator) }
    for client in [other, projector] { #expect(try await client.get(path).status == 404) }
  }

  private func colour(_ pixels: Pixels, _ x: Int, _ y: Int) -> String {
    let start = (y * pixels.width + x) * 3
    let bright = pixels.bytes[start..<(start + 3)].map { $0 > 128 }
    switch bright {
    case [true, false, false]: return "R"
    case [false, true, false]: return "G"
    case [false, false, true]: return "B"
    case [true, true, true]: return "W"
    default: return "?"
    }
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    String(decoding: bytes, as: Unicode.ASCII.self).contains(text)
  }
}
