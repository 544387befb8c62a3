import Workshop

/// Which offers and requests meet, by hand or at the same action.
struct PledgeMatching: Sendable {
  let day: QuotableDay

  /// The pledges for an action, by number.
  func pledges(for action: Contribution) -> [Contribution] {
    day.sources(of: action.id.rawValue, .supports, .pledge)
  }

  /// The pledges that no quotable action is named with, by number.
  var unattached: [Contribution] {
    day.quotable(.pledge).filter { day.targets(of: $0.id, .supports, .action).isEmpty }
  }

  /// The requests nobody meets yet.
  var openRequests: [Contribution] {
    let pledges = day.quotable(.pledge)
    return pledges.openRequests(day.links(of: pledges.map(\.id)))
  }

  /// The requests that offers were matched to, each with those offers.
  var matches: [(request: Contribution, offers: [Contribution])] {
    day.quotable(.pledge).map { ($0, day.sources(of: $0.id.rawValue, .meets, .pledge)) }.filter { !$0.1.isEmpty }
  }
}

/// A pledge in one line.
struct PledgeText: Sendable {
  let words: DocumentWords
  let day: QuotableDay

  /// Kind, what, who gives it, and for which action.
  func text(of pledge: Contribution) -> Text {
    var text: Text = [.strong(words.label(pledge.text("pledgeKind"), .pledgeKinds) + ": "), .told(pledge.headline)]
    if !pledge.text("giver").isEmpty { text += [.text(" · "), .told(pledge.text("giver"))] }
    text += [.text(" ("), words.reference(pledge)]
    let actions = day.targets(of: pledge.id, .supports, .action)
    if !actions.isEmpty {
      text += [.text(", " + words["pledges.for"] + " ")] + words.enumeration(actions.map { [words.reference($0)] })
    }
    if let count = day.backing[pledge.id] { text.append(.text(", " + words("pledges.joined", count: count))) }
    return text + [.text(")")]
  }
}
