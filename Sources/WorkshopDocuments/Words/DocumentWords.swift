import Foundation
import Workshop

/// The words documents are written with: the catalogue's, the traject's own terms, and dates and numbers as read here.
struct DocumentWords: Sendable {
  let catalogue: Catalogue
  let framework: FrameworkContent
  let clock: LocalClock

  init(catalogue: Catalogue, framework: FrameworkContent, timeZone: TimeZone) {
    self.catalogue = catalogue
    self.framework = framework
    clock = LocalClock(timeZone: timeZone)
  }

  /// A text of the section `documents`.
  subscript(key: String) -> String { catalogue["documents.\(key)"] }

  /// A text of the section `documents`, filled.
  func callAsFunction(_ key: String, _ values: [String: String]) -> String {
    catalogue("documents.\(key)", values)
  }

  /// A text of the section `documents` in the plural form of a number.
  func callAsFunction(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
    catalogue("documents.\(key)", count: count, ["count": number(count)].merging(values) { $1 })
  }

  /// A term's label.
  func label(_ id: String, _ list: TermList) -> String { framework.label(of: id, in: list, words: catalogue) }

  /// What a field asks.
  func label(_ field: FieldID, of kind: ContributionKind) -> String {
    catalogue["fields.\(kind.rawValue).\(field).label"]
  }

  /// "verhaal 12".
  func reference(_ contribution: Contribution) -> Inline {
    .reference(
      number: contribution.number,
      label: "\(catalogue["kinds.\(contribution.kind.rawValue).one"]) \(contribution.number)")
  }

  /// "5 verhalen".
  func counted(_ kind: ContributionKind, _ count: Int) -> String {
    let noun = catalogue("kinds.\(kind.rawValue)", count: count)
    return "\(number(count)) \(noun)"
  }

  /// "zondag 22 november 2026".
  func long(_ date: CalendarDate) -> String { catalogue.long(date) }

  /// "22 november 2026".
  func short(_ date: CalendarDate) -> String { catalogue.short(date) }

  /// "22 november 2026, 10:42", in the time of the place.
  func moment(_ date: Date) -> String {
    let local = clock.local(date)
    return self("dates.moment", ["date": short(local.day), "time": ClockTime.text(local.minutes)])
  }

  /// "10:42", in the time of the place.
  func time(_ date: Date) -> String { ClockTime.text(clock.local(date).minutes) }

  /// "1.204".
  func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var grouped = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { grouped += self["numbers.grouping"] }
      grouped.append(digit)
    }
    return (value < 0 ? "−" : "") + grouped
  }

  /// "62,5 %", and "60 %" where nothing follows the comma.
  func percentage(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return self("numbers.percentage", ["number": "0"]) }
    let tenths = (part * 2_000 + whole) / (2 * whole)
    let decimals = tenths % 10 == 0 ? "" : "\(self["numbers.decimal"])\(tenths % 10)"
    return self("numbers.percentage", ["number": "\(number(tenths / 10))\(decimals)"])
  }

  /// "a, b en c".
  func enumeration(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(self["numbers.and"]) " + last
  }

  /// The same for running text.
  func enumeration(_ items: [Text]) -> Text {
    guard let last = items.last, items.count > 1 else { return items.first ?? [] }
    return Text.joined(Array(items.dropLast()), by: ", ") + [.text(" \(self["numbers.and"]) ")] + last
  }
}
