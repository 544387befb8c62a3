import Testing
import Workshop

@testable import WorkshopDocuments
@Suite("x") struct ReportTests { @Test("y") func y() throws { _ = try SampleDay.record() } }
