import HTTPServer
import Workshop
import WorkshopStore

/// The page of recruitment: per list the mix and its counts, then what is done to reach people.
struct RecruitmentPage {
  let call: Call
  let strategy: RecruitmentStrategy
  let framework: FrameworkContent
  let participation: Participation
  /// The version of the counts of each list.
  let countVersions: [RecruitmentList: Int64]

  init(_ call: Call) throws {
    self.call = call
    (strategy, framework, participation, countVersions) = try call.room().store.read { reader in
      let versions = try RecruitmentList.allCases.map { ($0, try reader.countsVersion(of: $0)) }
      return (
        try reader.recruitment(), try reader.framework(), try reader.workdayParticipation(),
        Dictionary(uniqueKeysWithValues: versions)
      )
    }
  }

  /// The counts that were typed for one list, instead of what is kept.
  struct Typed {
    let list: RecruitmentList
    let draft: RecruitmentCountsDraft
    /// The version of what was typed over.
    let version: Int64
    var faults: [RecruitmentCountsDraft.Cell: FieldFault] = [:]
    var isFilled = false
    var status = HTTPStatus.ok
  }

  func answer(
    counts: Typed? = nil, effort: RecruitmentEffortDraft = RecruitmentEffortDraft(),
    faults: [RecruitmentEffortDraft.Field: FieldFault] = [:], newID: RecruitmentEffortID? = nil
  ) throws -> Answer {
    try call.page(
      "recruitment", at: .recruitment, section: "recruitment",
      [
        "sections": RecruitmentList.allCases.map { section($0, typed: counts) },
        "efforts": efforts, "hasEfforts": !strategy.efforts.isEmpty, "referrers": referrers,
        "hasReferrers": !strategy.referrers.isEmpty,
        "form": call.form(
          effort, faults: faults, section: "recruitment.fields",
          newID: newID?.rawValue ?? call.environment.secrets.uuid(), EffortControls(self).all),
      ],
      status: counts?.status ?? (faults.isEmpty ? .ok : .unprocessableContent))
  }

  /// A draft of a list with what is kept.
  func draft(of list: RecruitmentList) -> RecruitmentCountsDraft {
    RecruitmentCountsDraft(strategy.rows(of: list, in: framework))
  }

  /// How many checked in for a workday by group; nil before anybody did, and for life domains, which check-in does not ask.
  func checkedIn(_ list: RecruitmentList) -> [String: Int]? {
    list == .stakeholderGroups && !participation.byGroup.isEmpty ? participation.byGroup : nil
  }

  private func section(_ list: RecruitmentList, typed: Typed?) -> [String: Any] {
    let words = call.words
    let own = typed.flatMap { $0.list == list ? $0 : nil }
    let view = CountsView(
      draft: own?.draft ?? draft(of: list), faults: own?.faults ?? [:], list: list, checkedIn: checkedIn(list),
      isFilled: own?.isFilled ?? false, version: own?.version ?? countVersions[list] ?? 0, framework: framework,
      words: words)
    let mix = MixView(strategy.rows(of: list, in: framework), of: list, framework: framework, words: words)
    return [
      "name": list.rawValue, "sectionTitle": words["recruitment.lists.\(list.rawValue).title"],
      "sectionLead": words["recruitment.lists.\(list.rawValue).lead"],
      "rowWord": words["recruitment.lists.\(list.rawValue).row"],
      "caption": words["recruitment.lists.\(list.rawValue).caption"],
      "hasHelp": list == .stakeholderGroups, "mix": mix.context,
      "counts": view.context(token: call.application.pages.formToken),
    ]
  }

  private var efforts: [[String: Any]] {
    strategy.efforts.map { effort in
      [
        "id": effort.id.rawValue, "what": effort.what, "extra": effort.isExtra,
        "facts": facts(of: effort), "note": effort.note.isEmpty ? false : effort.note,
        "editLabel": call.words("recruitment.efforts.editOne", ["what": effort.what]),
      ]
    }
  }

  private func facts(of effort: RecruitmentEffort) -> [String] {
    let words = call.words
    let through = effort.referrer.isEmpty ? nil : words("recruitment.efforts.through", ["referrer": effort.referrer])
    return [
      words["recruitment.channels.\(effort.channel.rawValue)"], label(of: effort.group), through,
      effort.date.map { words.short($0) } ?? words["recruitment.efforts.noDate"],
    ].compactMap { $0 }
  }

  func label(of group: String?) -> String {
    group.map { framework.label(of: $0, in: .stakeholderGroups, words: call.words) }
      ?? call.words["recruitment.efforts.everyone"]
  }

  private var referrers: [String] {
    strategy.referrers.map { referrer in
      guard !referrer.groups.isEmpty else { return referrer.name }
      let groups = referrer.groups.map { label(of: $0) }.joined(separator: ", ")
      return call.words("recruitment.efforts.referrer", ["name": referrer.name, "groups": groups])
    }
  }
}

/// How an effort is asked for.
struct EffortControls {
  private let framework: FrameworkContent
  private let words: Catalogue

  init(_ page: RecruitmentPage) {
    (framework, words) = (page.framework, page.call.words)
  }

  var all: [FormControl<RecruitmentEffortDraft.Field>] {
    let channels = RecruitmentEffort.Channel.allCases.map {
      FormOption(value: $0.rawValue, label: words["recruitment.channels.\($0.rawValue)"])
    }
    let groups = framework.offered(.stakeholderGroups).map {
      FormOption(value: $0.id, label: framework.label(of: $0.id, in: .stakeholderGroups, words: words))
    }
    return [
      .text(.what).required.wide, .select(.channel, channels).required, .select(.group, groups), .text(.referrer),
      .date(.date), .tick(.isExtra), .longText(.note, rows: 2),
    ]
  }
}
