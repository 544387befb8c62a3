/// The wervingsstrategie: who is wished in the room, how far it got, and what was done for it (seed 001).
///
/// It holds totals and what the team did; never who the people are.
public struct RecruitmentStrategy: Hashable, Sendable, Codable {
  /// The counts that were kept, by list; a term that is not in it has none yet.
  public var counts: [RecruitmentList: [RecruitmentCount]]
  /// What was done to reach people, in the order it was noted.
  public var efforts: [RecruitmentEffort]

  /// A strategy of what was kept.
  public init(counts: [RecruitmentList: [RecruitmentCount]] = [:], efforts: [RecruitmentEffort] = []) {
    self.counts = counts
    self.efforts = efforts
  }

  /// The counts of every term of a list, in the framework's order.
  ///
  /// A term that forms no longer offer stays where something was counted for it: those people still come. One that the
  /// framework does not know any more comes last.
  public func rows(of list: RecruitmentList, in framework: FrameworkContent) -> [RecruitmentCount] {
    let kept = (counts[list] ?? []).reduce(into: [String: RecruitmentCount]()) { $0[$1.term] = $1 }
    let terms = framework.lists[list.terms] ?? []
    let known = terms.compactMap { term -> RecruitmentCount? in
      let count = kept[term.id] ?? RecruitmentCount(term.id)
      return term.isEnabled || !count.isEmpty ? count : nil
    }
    let strays = (counts[list] ?? []).filter { count in
      !count.isEmpty && !terms.contains { $0.id == count.term }
    }
    return known + strays
  }

  /// The mix that is expected in the room, against the one that is wished.
  public func mix(of list: RecruitmentList, in framework: FrameworkContent) -> MaxMix {
    MaxMix(rows(of: list, in: framework))
  }

  /// Who leads people to us (toeleiders), by name, with the groups each was asked for.
  public var referrers: [Referrer] { Referrer.named(in: efforts) }
}
