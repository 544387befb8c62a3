import HTTPServer
import Workshop
import WorkshopStore

/// The hints of what is to be decided on: looked for once a version, since every console draws them.
///
/// They hold names and numbers, so that whatever was decided, changed or withdrawn since is let go of.
final class HintKeeper: Sendable {
  private struct State {
    var trajectory: Trajectory
    var search: IdentifyingText
    var found: [ContributionID: (version: Int, hints: [HintView])] = [:]
  }

  private let state = Locked<State?>(nil)

  /// The hints in a contribution; words of the traject itself are none.
  func hints(in contribution: Contribution, _ trajectory: Trajectory) -> [HintView] {
    let (search, kept) = state.withLock { state in
      if state?.trajectory != trajectory {
        state = State(trajectory: trajectory, search: IdentifyingText(sparing: trajectory))
      }
      return (state?.search, state?.found[contribution.id])
    }
    if let kept, kept.version == contribution.version { return kept.hints }
    guard let search else { return [] }
    let hints = search.hints(in: contribution).map { place, hint in
      HintView(
        field: place.field, part: place.part, kind: hint.kind, start: hint.start, length: hint.length, text: hint.text)
    }
    state.withLock { state in
      if state?.trajectory == trajectory { state?.found[contribution.id] = (contribution.version, hints) }
    }
    return hints
  }

  func note(_ entries: [JournalEntry]) {
    state.withLock { state in
      for name in entries.flatMap({ [$0.subject] + $0.facts.values }) { state?.found[ContributionID(name)] = nil }
    }
  }
}

/// The steps whose free text is released as it comes in, known without a look at the file for each submission.
final class StepsAtOnce: Sendable {
  private let steps = Locked<Set<StepID>>([])

  func begin(_ steps: Set<StepID>) { self.steps.withLock { $0 = steps } }

  func note(_ entries: [JournalEntry]) {
    for entry in entries where entry.kind == .atOnceChanged {
      let step = StepID(entry.subject)
      steps.withLock { steps in
        if entry.facts["on"] == "true" { steps.insert(step) } else { steps.remove(step) }
      }
    }
  }

  func contains(_ step: StepID) -> Bool { steps.withLock { $0.contains(step) } }
}

extension LiveRoom {
  /// What may identify somebody in a contribution.
  func hints(in contribution: Contribution, _ trajectory: Trajectory) -> [HintView] {
    hintKeeper.hints(in: contribution, trajectory)
  }

  /// Prepares a submission; where its step goes on at once, it is looked through first.
  func prepare(_ submission: Submission, owner: OwnerKey?) throws -> PreparedSubmission {
    var prepared = try store.prepare(submission, owner: owner)
    if stepsAtOnce.contains(submission.step) {
      let told = Contribution(
        id: submission.id, number: 0, kind: submission.kind, step: submission.step, body: submission.body,
        createdAt: clock.now, updatedAt: clock.now)
      prepared.mustBeRead = !IdentifyingText(sparing: trajectory).hints(in: told).isEmpty
    }
    return prepared
  }
}
