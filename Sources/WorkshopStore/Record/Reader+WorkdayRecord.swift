public import Foundation
public import Workshop

extension Reader {
  /// Everything a document needs, as plain values of one moment.
  public func workdayRecord(madeAt: Date) throws -> WorkdayRecord {
    let all = try contributions()
    // What a moderator set apart for the confidant is in no document and in no count.
    let present = all.filter { $0.state != .withdrawn && $0.holdGround != .confidant }
    let photos = try present.filter(\.showsPhoto).reduce(into: [ContributionID: [UInt8]]()) { photos, contribution in
      photos[contribution.id] = try photo(of: contribution.id)
    }
    return WorkdayRecord(
      trajectory: try trajectory(), framework: try framework(), runSheets: try runSheets(), room: try room(),
      contributions: present, withdrawnCount: all.count { $0.state == .withdrawn }, links: try links(),
      themes: try themes(),
      dots: try dots(), stances: try stances(), participation: try participation(), checkedIn: try checkedIn(),
      backing: try backing(), photos: photos, scan: try coordinationScan(), madeAt: madeAt)
  }
}
