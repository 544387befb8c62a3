import Foundation
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The trajects of a data directory")
struct LibraryTests {
  @Test("A code finds its traject among those that are open and those that are not")
  func joining() throws {
    let workday = try Workday()
    let (open, other) = (try workday.create(), try workday.create(house: "Huis van het Kind Eeklo"))
    let keys = try [open, other].map { try $0.store.read { try $0.joinKeys() } }
    let library = workday.application.library
    #expect(library.room { $0 == keys[1] } === other)
    library.close()
    #expect(library.room { $0 == keys[0] }?.trajectory.id == open.trajectory.id)
    #expect(library.room { $0 == keys[1] }?.trajectory.id == other.trajectory.id)
    #expect(library.room { _ in false } == nil)
  }

  @Test("A file that could not be read is looked at again, also where nothing shows that it changed")
  func unreadable() throws {
    let workday = try Workday()
    let id = try workday.create().trajectory.id
    workday.application.library.close()
    let path = "\(workday.folder)/\(id).\(TrajectoryStore.fileExtension)"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let index = TrajectoryIndex()
    try write(Data(repeating: 0x20, count: bytes.count), over: path)
    #expect(index.glance(at: path, on: workday.clock.wallClock.today) == nil)
    try write(bytes, over: path)
    #expect(index.glance(at: path, on: workday.clock.wallClock.today)?.trajectory.id == id)
  }

  /// In place, with the same moment of change each time.
  private func write(_ bytes: Data, over path: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.write(contentsOf: bytes)
    try file.close()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: path)
  }
}
