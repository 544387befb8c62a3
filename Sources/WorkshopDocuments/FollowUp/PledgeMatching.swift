import Workshop

/// Which offers and requests meet at the same action.
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

  /// The requests without an offer for the same action; a request for no action is always open.
  var openRequests: [Contribution] {
    day.quotable(.pledge).openRequests { pledge in
      day.targets(of: pledge.id, .supports, .action).map(\.id.rawValue)
    }
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
    return text + [.text(")")]
  }
}
