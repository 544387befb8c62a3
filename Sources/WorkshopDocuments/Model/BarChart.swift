/// Bars, each cut in series: a drawing where there can be one, a table of its numbers where there cannot.
struct BarChart: Hashable, Sendable, Encodable {
  /// One bar.
  struct Bar: Hashable, Sendable, Encodable {
    /// What it stands for.
    var label: Text
    /// A value for each series.
    var values: [Int]

    /// Makes a bar.
    init(label: Text, values: [Int]) {
      self.label = label
      self.values = values
    }

    /// The whole length.
    var total: Int { values.reduce(0, +) }
  }

  /// The names of the series; one for plain bars.
  var series: [String]
  /// The bars, from top to bottom.
  var bars: [Bar]
  /// The phase whose colour it has.
  var phase: String
  /// What it shows.
  var caption: String
  /// What it says in words, for who cannot see it.
  var alternative: String
  /// The head of the first column, where it is written as a table.
  var labelHeader: String

  /// Makes a chart.
  init(
    series: [String], bars: [Bar], phase: String, caption: String, alternative: String, labelHeader: String
  ) {
    self.series = series
    self.bars = bars
    self.phase = phase
    self.caption = caption
    self.alternative = alternative
    self.labelHeader = labelHeader
  }

  /// The length of the longest bar, at least 1.
  var longest: Int { max(1, bars.map(\.total).max() ?? 1) }

  /// The numbers as a table.
  var table: Table {
    Table(
      header: [labelHeader] + series,
      rows: bars.map { bar in
        [Table.Cell(bar.label)] + bar.values.map { Table.Cell([.text(String($0))]) }
      },
      caption: caption, widths: [4] + series.map { _ in 1 })
  }
}
