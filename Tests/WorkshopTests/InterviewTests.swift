import Foundation
import Testing
import Workshop

@Suite("The interview")
struct InterviewTests {
  private func moments(_ minutes: Int, swap: Bool, added: Int = 0) -> [InterviewMoment] {
    let start = Date(timeIntervalSince1970: 1_795_161_600)
    var timer = RoundTimer(seconds: minutes * 60, hasSwap: swap, now: start)
    if added != 0 { timer.add(seconds: added * 60, now: start) }
    return timer.interviewMoments
  }

  @Test("In each of two rounds the last five minutes are for writing it down together")
  func twoRounds() {
    let found = moments(50, swap: true)
    #expect(found.map(\.activity) == [.telling, .writing, .telling, .writing])
    #expect(found.map(\.round) == [1, 1, 2, 2])
    #expect(found.map(\.from) == [3000, 1800, 1500, 300])
  }

  @Test("One round is written down at its end")
  func oneRound() {
    #expect(moments(30, swap: false).map(\.from) == [1800, 300])
  }

  @Test("A short round keeps two thirds for telling")
  func shortRound() {
    #expect(moments(12, swap: true).map(\.from) == [720, 480, 360, 120])
  }

  @Test("A timer made longer shifts the wissel and the writing along")
  func longer() {
    #expect(moments(50, swap: true, added: 10).map(\.from) == [3600, 2100, 1800, 300])
  }

  @Test(
    "Its questions are the same wherever they are asked, each with a way to go on", arguments: InterviewGuide.allCases)
  func questions(_ guide: InterviewGuide) throws {
    let questions = guide.questions(try .shipped())
    #expect(questions.count == (guide == .adults ? 7 : 4))
    for question in questions { #expect(question.ask.hasSuffix("?") || guide == .adults) }
    #expect(questions.allSatisfy { !$0.ask.contains("interviewGuide") && !$0.more.contains("interviewGuide") })
  }

  @Test("A story is read back to who told it, a child's is not", arguments: StepDefinition.shipped)
  func readBack(_ step: StepDefinition) {
    for form in step.forms {
      #expect(form.askedOnReadingBack == (step.interview == .adults ? ["recognisable"] : []))
    }
  }
}
