import Workshop
import WorkshopStore

/// What the room does about actions and pledges: how many joined, which requests are open, and who meets which.
struct DestinyView: Encodable, Sendable {
  struct Match: Encodable, Sendable {
    let request: ContributionID
    let offer: ContributionID
  }

  /// How many joined each action or co-signed each pledge that is shown.
  let joined: [ContributionID: Int]
  let openRequests: [ContributionID]
  /// Offers and the requests they were matched to.
  let matches: [Match]

  init(_ views: Views) throws {
    let (pledges, links) = (try views.reader.shownContributions(.pledge), try views.reader.pledgeLinks())
    let shown = Set(try views.shown().newest(.action, .max).map(\.id) + pledges.map(\.id))
    joined = try views.reader.backing().filter { shown.contains($0.key) }
    openRequests = pledges.openRequests(links).map(\.id)
    matches = links.filter { $0.relation == .meets && shown.contains($0.from) }.compactMap { link in
      let request = ContributionID(link.to)
      return shown.contains(request) ? Match(request: request, offer: link.from) : nil
    }
  }
}
