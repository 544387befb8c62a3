extension FrameworkContent {
  /// What every new traject begins with.
  public static let shipped = FrameworkContent(lists: [
    .buildingBlocks: [
      // The order of the slides of seed 000; the last two are named there as part of the picture, not as blocks.
      Term("visie"), Term("dienstverlening"), Term("personeel"), Term("leiderschap"), Term("communicatie"),
      Term("financien-en-tijd"), Term("netwerk", isEnabled: false), Term("aanbod", isEnabled: false),
    ],
    .workingPrinciples: terms(
      "geintegreerd", "inclusief", "participatief", "lokale-noden", "communicatie-en-profilering"),
    .accessibilityCriteria: terms("bereikbaar", "beschikbaar", "betaalbaar", "bruikbaar", "begrijpbaar"),
    .workLevels: terms("individueel", "groep", "wijk", "community"),
    .lifeDomains: terms(
      "opvoedingsondersteuning", "gezondheidszorg", "kinderopvang", "onderwijs", "opleiding-en-tewerkstelling",
      "vrije-tijd", "cultuur", "wonen", "welzijn", "maatschappelijke-dienstverlening", "lokaal-bestuur"),
    .ages: terms("zwangerschap", "baby", "peuter", "kleuter", "lagere-school", "tiener", "jongvolwassen"),
    .resources: terms("materieel", "immaterieel", "beide"),
    .participationModes: terms("deelnemen", "deelhebben"),
    .stakeholderGroups: terms("ouder", "kind", "jongere", "vrijwilliger", "beleid", "partner"),
    .recognisability: terms("niemand", "met-toestemming", "twijfel"),
    .criterionAnswers: terms("ja", "deels", "nee", "weet-niet"),
    .proposalChecklist: terms("positief", "durf", "haalbaar", "tegenwoordig", "levendig", "geworteld", "nieuw"),
    .pledgeKinds: terms("engagement", "aanbod", "vraag"),
    .moods: terms("zon", "zon-en-wolk", "wolk", "regen"),
    .inclusionQuestions: terms(
      "bereik", "gaten", "aanspreekpunt", "stigma-of-mattheus", "wiens-nood", "dissensus"),
    .coordinationRoles: terms("facilitator", "co-producer", "commissioner"),
    .coordinationConditions: terms(
      "meerwaarde", "tijd", "vrijwillig", "continuiteit", "vertrouwen", "diversiteit"),
    .coordinationDecisions: terms("partners", "samen", "coordinator"),
    .stancePositions: StancePosition.allCases.map { Term($0.rawValue) },
  ])

  private static func terms(_ ids: String...) -> [Term] { ids.map { Term($0) } }
}
