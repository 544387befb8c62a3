import Workshop

/// What every document of a traject begins with, and has on every page.
struct DocumentFrame: Sendable {
  let trajectory: Trajectory
  let words: DocumentWords

  /// A document of this traject.
  func document(title: String, facts: [KeyValue], blocks: [Block]) -> Document {
    Document(
      title: title, subtitle: trajectory.house, language: words.catalogue.language.rawValue, house: trajectory.house,
      date: dates, notice: trajectory.isRehearsal ? words["rehearsal.notice"] : nil, facts: facts,
      labels: words.catalogue.section("documents.labels"), blocks: blocks)
  }

  /// House, day, place, question and who answers for the data.
  var facts: [KeyValue] {
    var facts = [KeyValue(words["facts.date"], .plain(dates))]
    if !trajectory.place.isEmpty { facts.append(KeyValue(words["facts.place"], .told(trajectory.place))) }
    if !trajectory.municipalities.isEmpty {
      facts.append(KeyValue(words["facts.municipalities"], .told(words.enumeration(trajectory.municipalities))))
    }
    facts.append(KeyValue(words["facts.topic"], .told(trajectory.affirmativeTopic)))
    facts.append(
      KeyValue(
        words["facts.controller"],
        [.told(trajectory.controller.organisation), .text(" · "), .told(trajectory.controller.contact)]))
    facts.append(KeyValue(words["facts.retention"], .plain(words.long(trajectory.retentionDate))))
    return facts
  }

  private var dates: String { words.enumeration(trajectory.dates.map(words.long)) }
}
