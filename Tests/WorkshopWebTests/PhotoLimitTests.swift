import CTurboJPEG
import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("A photo that is too much, or none")
struct PhotoLimitTests {
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

  private static func file(_ start: String, at offset: Int = 0) -> [UInt8] {
    [UInt8](repeating: 0, count: offset) + Array(start.utf8) + [UInt8](repeating: 7, count: 200)
  }

  @Test("A HEIC is 415 and says what to do, by its bytes", arguments: ["heic", "heix", "mif1", "hevc", "heif", "msf1"])
  func heic(_ brand: String) async throws {
    let reply = try await send(Self.file("ftyp\(brand)", at: 4))
    #expect(reply.status == 415)
    #expect(reply.problem == "heicPhoto")
    #expect((reply.object["fields"] as? [String: String])?["photo"]?.contains("schermafdruk") == true)
    #expect(try room.store.read { try $0.acknowledgedIDs() } == [])
  }

  @Test(
    "Another kind of file is 415 and called by its name",
    arguments: [
      ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A] + [UInt8](repeating: 1, count: 64)), ("GIF", file("GIF89a")),
      ("WebP", file("RIFF0000WEBP")), ("PDF", file("%PDF-1.7")), ("AVIF", file("ftypavif", at: 4)),
      ("video", file("ftypisom", at: 4)),
    ] as [(String, [UInt8])])
  func otherKind(_ name: String, _ bytes: [UInt8]) async throws {
    let reply = try await send(bytes)
    #expect(reply.status == 415)
    #expect((reply.object["fields"] as? [String: String])?["photo"]?.contains("\(name)-bestand") == true)
  }

  /// A whole picture of one grey, as an encoder makes it.
  private static func picture(width: Int, height: Int, flags: Int32 = 0) throws -> [UInt8] {
    let encoder = try #require(tjInitCompress())
    defer { tjDestroy(encoder) }
    let pixels = [UInt8](repeating: 128, count: width * height)
    var jpeg: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    defer { tjFree(jpeg) }
    let result = tjCompress2(
      encoder, pixels, Int32(width), 0, Int32(height), Int32(TJPF_GRAY.rawValue), &jpeg, &size,
      Int32(TJSAMP_GRAY.rawValue), 50, flags)
    #expect(result == 0)
    return Array(UnsafeBufferPointer(start: jpeg, count: Int(size)))
  }

  @Test("Just under 40 megapixels is taken and kept small; just over is 413 in plain words")
  func fortyMegapixels() async throws {
    let under = try Self.picture(width: 7_300, height: 5_479)
    #expect(7_300 * 5_479 < PhotoCleaner.pixelLimit && 7_320 * 5_479 > PhotoCleaner.pixelLimit)
    #expect(try await send(under).status == 201)
    let kept = try PhotoCleaner.decode(try #require(try room.store.read { try $0.photo(of: sample.id) }))
    #expect(max(kept.width, kept.height) <= PhotoCleaner.longestSide)
    let over = try await send(try Self.picture(width: 7_320, height: 5_479))
    #expect(over.status == 413)
    #expect(over.faults == ["photo"])
    #expect((over.object["fields"] as? [String: String])?["photo"]?.contains("40 megapixels") == true)
  }

  @Test("A progressive photo as some cameras make it is taken")
  func progressive() throws {
    let upload = try Self.picture(width: 640, height: 480, flags: TJFLAG_PROGRESSIVE)
    #expect(PhotoCleaner.scanCount(upload) > 1)
    #expect(try PhotoCleaner.decode(PhotoCleaner.clean(upload)).width == 640)
  }

  @Test("A large picture told in many passes is refused before any is decoded; a small one is not")
  func manyScans() async throws {
    let claimed = TestPicture.claiming(width: 7_000, height: 5_000)
    let starts = (0..<17).flatMap { _ in [0xFF, 0xDA] as [UInt8] }
    #expect(PhotoCleaner.scanCount(claimed + starts) == 18)
    #expect(try await send(claimed + starts).status == 415)
    let small = try Self.picture(width: 64, height: 64, flags: TJFLAG_PROGRESSIVE)
    let last = try #require(small.indices.dropLast().last { small[$0] == 0xFF && small[$0 + 1] == 0xDA })
    let passes = (0..<100).flatMap { _ in small[last..<(small.count - 2)] }
    #expect(try await send(small.dropLast(2) + passes + [0xFF, 0xD9]).status == 201)
  }

  @Test("A photo cut short anywhere is 415 or what there is of it, never a failure", arguments: [4, 20, 400, 5_000])
  func truncated(_ bytes: Int) async throws {
    let whole = try Self.picture(width: 2_400, height: 1_600)
    let status = try await send(Array(whole.prefix(min(bytes, whole.count - 30)))).status
    #expect(status == 415 || status == 201)
  }

  // MARK: Photos of minors

  private func enterAmongChildren() async throws {
    let words = room.words
    try room.store.write { change in
      try change.make(RunSheetTemplate.short.runSheet(id: "kinderen", date: nil, words: words), by: .facilitator)
    }
    var sent = try sample.sent()
    (sent["route"], sent["gathering"]) = ("facilitator", "kinderen")
    let json = Array(try JSONSerialization.data(withJSONObject: sent))
    let path = "/api/console/\(room.trajectory.id)/contributions"
    #expect(try await workday.console.form(path: path, contribution: json, photo: TestPicture.jpeg).status == 201)
    try room.store.write { change in
      try change.release(sample.id, by: .moderator)
      try change.recordGuardianConsent(true, for: sample.id, by: .moderator)
    }
  }

  private func onScreen() async throws -> [String: Any] {
    let view = try await workday.console.get("/api/screen/\(room.trajectory.id)").object
    return try #require((view["items"] as? [[String: Any]])?.first)
  }

  @Test("A photo from a moment with children is seen by nobody until a facilitator allows it")
  func ofMinors() async throws {
    try await enterAmongChildren()
    let path = "/api/photos/\(sample.id)"
    let phone = try await workday.phone(in: room)
    let projector = try workday.staff(.projector, of: room)
    #expect(try await onScreen()["photo"] is NSNull)
    for client in [phone, projector] { #expect(try await client.get(path).status == 404) }
    #expect(try await workday.console.get(path).status == 200)
    #expect(try room.store.read { try $0.workdayRecord(madeAt: workday.clock.now).photos.isEmpty })
    let allow = "/api/console/\(room.trajectory.id)/contributions/\(sample.id)/photo-allowed"
    #expect(try await workday.console.put(allow, ["allowed": true]).status == 200)
    #expect(try await onScreen()["photo"] as? String == path)
    for client in [phone, projector] { #expect(try await client.get(path).status == 200) }
    #expect(try room.store.read { try $0.workdayRecord(madeAt: workday.clock.now).photos.count } == 1)
    #expect(try await workday.console.put(allow, ["allowed": false]).status == 200)
    #expect(try await phone.get(path).status == 404)
  }

  @Test("Another photo in its place waits again")
  func replacedPhoto() async throws {
    try await enterAmongChildren()
    let path = "/api/console/\(room.trajectory.id)/contributions/\(sample.id)"
    #expect(try await workday.console.put("\(path)/photo-allowed", ["allowed": true]).status == 200)
    var sent = try sample.sent()
    (sent["route"], sent["gathering"], sent["version"]) = ("facilitator", "kinderen", 1)
    let json = Array(try JSONSerialization.data(withJSONObject: sent))
    let reply = try await workday.console.form(
      .put, path, [(name: "contribution", bytes: json), (name: "photo", bytes: TestPicture.jpeg)])
    #expect(reply.status == 200)
    #expect(try room.store.read { try $0.contribution(sample.id)?.isPhotoAllowed } == false)
  }

  @Test("A photo of grown-ups needs nobody's permission but its tellers'")
  func ofAdults() async throws {
    #expect(try await send(TestPicture.jpeg).status == 201)
    try room.store.write { try $0.release(sample.id, by: .moderator) }
    #expect(try await onScreen()["photo"] is String)
  }
}
