import Foundation
import Testing
import Workshop

@Suite("The round timer")
struct RoundTimerTests {
  let start = Date(timeIntervalSince1970: 1_795_161_600)

  @Test("It counts down to nothing and not below")
  func countsDown() {
    let timer = RoundTimer(seconds: 60, hasSwap: true, now: start)
    #expect(timer.remaining(at: start) == 60)
    #expect(timer.remaining(at: start + 45) == 15)
    #expect(timer.remaining(at: start + 100) == 0)
  }

  @Test("Paused, it keeps what is left however long the pause is")
  func pause() {
    var timer = RoundTimer(seconds: 60, hasSwap: false, now: start)
    timer.pause(now: start + 20)
    #expect(timer.remaining(at: start + 500) == 40)
    timer.pause(now: start + 600)
    #expect(timer.remaining(at: start + 700) == 40)
    timer.resume(now: start + 1000)
    #expect(timer.remaining(at: start + 1010) == 30)
  }

  @Test("Resuming what runs changes nothing")
  func resumeTwice() {
    var timer = RoundTimer(seconds: 60, hasSwap: false, now: start)
    timer.resume(now: start + 30)
    #expect(timer.remaining(at: start + 30) == 30)
  }

  @Test("A minute is added to what runs and to what is paused")
  func adding() {
    var timer = RoundTimer(seconds: 60, hasSwap: false, now: start)
    timer.add(seconds: 60, now: start + 30)
    #expect(timer.remaining(at: start + 30) == 90)
    #expect(timer.total == 120)
    timer.pause(now: start + 30)
    timer.add(seconds: 60, now: start + 31)
    #expect(timer.remaining(at: start + 99) == 150)
  }

  @Test("Adding to a timer that ran out starts from now")
  func addingAfterTheEnd() {
    var timer = RoundTimer(seconds: 60, hasSwap: false, now: start)
    timer.add(seconds: 60, now: start + 300)
    #expect(timer.remaining(at: start + 300) == 60)
  }

  @Test("Taking away more than is left leaves nothing")
  func takingAway() {
    var timer = RoundTimer(seconds: 60, hasSwap: false, now: start)
    timer.add(seconds: -300, now: start + 10)
    #expect(timer.remaining(at: start + 10) == 0)
    #expect(timer.total == 0)
  }
}
