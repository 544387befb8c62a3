// What each contribution holds (DOMAIN). Limits are generous for speech written down and still fit a projector card.

extension FormDefinition {
  /// A story: a good practice as someone lived it.
  public static let story = FormDefinition(
    kind: .story,
    fields: [
      FieldDefinition("title", .line(limit: 120), required: true),
      FieldDefinition("whatHappened", .text(limit: 10_000), required: true),
      FieldDefinition("whatHelped", .text(limit: 4_000), required: true),
      FieldDefinition("buildingBlocks", .choices(.buildingBlocks)),
      FieldDefinition("recognisable", .choice(.recognisability), required: true),
      FieldDefinition("quote", .line(limit: 280), tier: .more),
      FieldDefinition("whoWorkedTogether", .text(limit: 2_000), tier: .more),
      FieldDefinition("changeForFamilies", .text(limit: 2_000), tier: .more),
      FieldDefinition("notReachedYet", .text(limit: 2_000), tier: .more),
      FieldDefinition("worry", .text(limit: 2_000), tier: .more),
      FieldDefinition("neighbourhood", .line(limit: 80), tier: .more),
      FieldDefinition("ages", .choices(.ages), tier: .more),
      FieldDefinition("lifeDomains", .choices(.lifeDomains), tier: .more),
      FieldDefinition("level", .choice(.workLevels), tier: .coding),
      FieldDefinition("resources", .choice(.resources), tier: .coding),
      FieldDefinition("participation", .choice(.participationModes), tier: .coding),
    ],
    consents: [.screen, .report, .publication])

  /// A story as a child tells it to a reporter: a few of a story's fields, asked in words of the step's own.
  ///
  /// Whether somebody is recognisable is the facilitator's to judge, and no child is asked to sort what it told.
  public static let childStory = FormDefinition(
    kind: .story,
    fields: [
      FieldDefinition("title", .line(limit: 120), required: true),
      FieldDefinition("whatHappened", .text(limit: 10_000), required: true),
      FieldDefinition("whoWorkedTogether", .text(limit: 2_000)),
      FieldDefinition("notReachedYet", .text(limit: 2_000)),
    ],
    consents: [.screen, .report])

  /// A success factor: what the stories of a table have in common.
  public static let successFactor = FormDefinition(
    kind: .successFactor,
    fields: [
      FieldDefinition("sentence", .line(limit: 280), required: true),
      FieldDefinition("restsOn", .references(.restsOn, limit: 12)),
      // A story's own words: they are pointed to and never copied, so that they go where the story goes.
      FieldDefinition("quotes", .references(.quotes, limit: 1)),
    ])

  /// How many success factors a table writes (DOMAIN: 3–5 a table).
  public static let factorsPerTable = 3...5

  /// A dream: what the table made and what it stands for.
  public static let dream = FormDefinition(
    kind: .dream,
    fields: [
      FieldDefinition("title", .line(limit: 120), required: true),
      FieldDefinition("vision", .text(limit: 1_000), required: true),
      FieldDefinition("photo", .photo),
      FieldDefinition("answers", .references(.answers, limit: 12)),
    ])

  /// A proposal (ontwerpvoorstel): a possibility statement in the present tense, with its checks.
  public static let proposal = FormDefinition(
    kind: .proposal,
    fields: [
      FieldDefinition("sentence", .text(limit: 400), required: true, section: .sentence),
      FieldDefinition("buildingBlock", .choice(.buildingBlocks), required: true, section: .sentence),
      FieldDefinition("checklist", .choices(.proposalChecklist), section: .sentence),
      FieldDefinition("forWhom", .text(limit: 1_000), required: true, section: .reach),
      FieldDefinition("whatChanges", .text(limit: 2_000), section: .reach),
      FieldDefinition("notReached", .text(limit: 1_000), section: .reach),
      FieldDefinition("restsOn", .references(.restsOn, limit: 12), section: .roots),
      // Proportionality (seed 000): for everyone, more or other where needed, without stigma; in which neighbourhoods, for
      // which ages.
      FieldDefinition("forEveryone", .text(limit: 1_000), section: .proportionality),
      FieldDefinition("moreWhereNeeded", .text(limit: 1_000), section: .proportionality),
      FieldDefinition("withoutStigma", .text(limit: 1_000), section: .proportionality),
      FieldDefinition("neighbourhoods", .line(limit: 200), section: .proportionality),
      FieldDefinition("ages", .choices(.ages), section: .proportionality),
      FieldDefinition("criteria", .assessment(.accessibilityCriteria), section: .access),
      // A proposal often works on several levels at once (seed 000: "individueel, groeps-, wijk- en community gericht").
      FieldDefinition("level", .choices(.workLevels), section: .field),
      FieldDefinition("lifeDomains", .choices(.lifeDomains), section: .field),
      // The INCh lens (seed 004) on a proposal.
      FieldDefinition("inclusion", .answers(.inclusionQuestions, limit: 500), section: .inclusion),
      // Signals (seed 004): what the network cannot solve, and to whom it should be said.
      FieldDefinition("signal", .text(limit: 1_000), section: .signal),
      FieldDefinition("signalAddressee", .line(limit: 120), section: .signal),
    ],
    consents: [.screen, .report, .publication])

  /// The reason behind a stance: a contribution of its own, moderated like any other.
  public static let stanceReason = FormDefinition(
    kind: .stanceReason,
    fields: [
      FieldDefinition("text", .text(limit: 1_000), required: true),
      FieldDefinition("reasonFor", .references(.reasonFor, limit: 1), required: true),
      FieldDefinition("position", .choice(.stancePositions)),
    ])

  /// An action: who does what, and when it begins.
  public static let action = FormDefinition(
    kind: .action,
    fields: [
      FieldDefinition("what", .text(limit: 600), required: true),
      FieldDefinition("lead", .line(limit: 120), required: true),
      FieldDefinition("firstStep", .text(limit: 600), required: true),
      FieldDefinition("firstStepDate", .date),
      FieldDefinition("followsFrom", .references(.followsFrom, limit: 4)),
      FieldDefinition("helpers", .line(limit: 300)),
      FieldDefinition("newPartners", .line(limit: 300), tier: .more),
      FieldDefinition("endDate", .date, tier: .more),
      FieldDefinition("needed", .text(limit: 1_000), tier: .more),
      FieldDefinition("familiesDecide", .text(limit: 1_000), tier: .more),
    ])

  /// A pledge: what someone does, gives or asks.
  public static let pledge = FormDefinition(
    kind: .pledge,
    fields: [
      FieldDefinition("pledgeKind", .choice(.pledgeKinds), required: true),
      FieldDefinition("what", .text(limit: 600), required: true),
      FieldDefinition("giver", .line(limit: 120)),
      FieldDefinition("supports", .references(.supports, limit: 1)),
      FieldDefinition("meets", .references(.meets, limit: 1)),
    ])

  /// A look back at the day.
  public static let evaluation = FormDefinition(
    kind: .evaluation,
    fields: [
      FieldDefinition("mood", .choice(.moods), required: true),
      FieldDefinition("takesAlong", .text(limit: 1_000)),
      FieldDefinition("couldBeBetter", .text(limit: 1_000)),
    ],
    consents: [.report])
}
