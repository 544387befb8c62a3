/// Draws a bar chart as SVG inside the page.
///
/// Series differ by pattern as well as by shade, and each value stands written in or beside its bar, so it reads in grey.
struct HTMLChart {
  private static let width = 720
  private static let labelWidth = 230
  private static let rowHeight = 34

  private let chart: BarChart

  init(_ chart: BarChart) { self.chart = chart }

  func write(to page: inout HTMLPage) {
    page.out.raw("<figure class=\"chart ")
    page.out.text(chart.phase)
    page.out.raw("\">")
    drawing(&page)
    if chart.series.count > 1 { legend(&page) }
    page.out.raw("<figcaption>")
    page.out.text(chart.caption)
    page.out.raw("</figcaption><details><summary>")
    page.out.text(page.document.labels["numbers"] ?? "")
    page.out.raw("</summary>")
    page.write(chart.table)
    page.out.raw("</details></figure>\n")
  }

  private func drawing(_ page: inout HTMLPage) {
    let height = chart.bars.count * Self.rowHeight + 6
    page.out.raw("<svg role=\"img\" viewBox=\"0 0 ")
    page.out.raw(Self.width)
    page.out.raw(" ")
    page.out.raw(height)
    page.out.raw("\"")
    page.out.attribute("aria-label", "\(chart.caption) \(chart.alternative)")
    page.out.raw("><title>")
    page.out.text(chart.caption)
    page.out.raw("</title><desc>")
    page.out.text(chart.alternative)
    page.out.raw("</desc>")
    for (row, bar) in chart.bars.enumerated() { draw(bar, row, &page.out) }
    page.out.raw("</svg>")
  }

  private func draw(_ bar: BarChart.Bar, _ row: Int, _ out: inout MarkupBuffer) {
    let top = row * Self.rowHeight + 4
    out.raw("<text class=\"label\" x=\"")
    out.raw(Self.labelWidth - 10)
    out.raw("\" y=\"")
    out.raw(top + 18)
    out.raw("\" text-anchor=\"end\">")
    out.text(Excerpt.of(bar.label.map(\.plain).joined(), limit: 30))
    out.raw("</text>")
    let room = Self.width - Self.labelWidth - 50
    var left = Self.labelWidth
    for (series, value) in bar.values.enumerated() where value > 0 {
      let length = max(2, value * room / chart.longest)
      segment(series, value, x: left, y: top, length, &out)
      left += length
    }
    if chart.series.count == 1 || bar.total == 0 { number(bar.total, x: left + 8, y: top + 18, "", &out) }
  }

  private func segment(_ series: Int, _ value: Int, x: Int, y: Int, _ length: Int, _ out: inout MarkupBuffer) {
    out.raw("<rect class=\"s")
    out.raw(series)
    out.raw("\" x=\"")
    out.raw(x)
    out.raw("\" y=\"")
    out.raw(y)
    out.raw("\" width=\"")
    out.raw(length)
    out.raw("\" height=\"26\" rx=\"5\"/>")
    if chart.series.count > 1, length >= 18 {
      number(value, x: x + length / 2, y: y + 18, " class=\"in\" text-anchor=\"middle\"", &out)
    }
  }

  private func number(_ value: Int, x: Int, y: Int, _ attributes: StaticString, _ out: inout MarkupBuffer) {
    out.raw("<text x=\"")
    out.raw(x)
    out.raw("\" y=\"")
    out.raw(y)
    out.raw("\"")
    out.raw(attributes)
    out.raw(">")
    out.raw(value)
    out.raw("</text>")
  }

  private func legend(_ page: inout HTMLPage) {
    page.out.raw("<ul class=\"legend\">")
    for (index, name) in chart.series.enumerated() {
      page.out.raw("<li><span class=\"key k")
      page.out.raw(index)
      page.out.raw("\"></span>")
      page.out.text(name)
      page.out.raw("</li>")
    }
    page.out.raw("</ul>")
  }
}
