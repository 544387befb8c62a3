/// One block of a document.
public enum Block: Hashable, Sendable, Encodable {
  case heading(Heading)
  case paragraph(Text)
  case quote(Quote)
  case list(List)
  case table(Table)
  case keyValues([KeyValue])
  case chart(BarChart)
  case photo(Photo)
  case note(Note)
  case entry(Entry)
  /// What follows begins on a new page, where there are pages.
  case pageBreak
}

/// The heading of a chapter or a part of it.
public struct Heading: Hashable, Sendable, Encodable {
  /// 1 for a chapter, 2 for a part; both are in the contents. 3 for a smaller part.
  public var level: Int
  /// The text.
  public var text: String
  /// The phase of the day it tells of, which gives its colour; nil for the house's own.
  public var phase: String?

  /// Makes a heading.
  public init(level: Int, text: String, phase: String? = nil) {
    self.level = level
    self.text = text
    self.phase = phase
  }
}

/// Something someone said, with where it can be found.
public struct Quote: Hashable, Sendable, Encodable {
  /// Their words.
  public var text: Text
  /// Where it comes from.
  public var source: Text

  /// Makes a quote.
  public init(text: Text, source: Text) {
    self.text = text
    self.source = source
  }
}

/// A list of points.
public struct List: Hashable, Sendable, Encodable {
  /// Whether the order matters.
  public var isOrdered: Bool
  /// The points.
  public var items: [Text]

  /// Makes a list.
  public init(isOrdered: Bool = false, items: [Text]) {
    self.isOrdered = isOrdered
    self.items = items
  }
}

/// A table with a head that is repeated on every page.
public struct Table: Hashable, Sendable, Encodable {
  /// The heads of the columns.
  public var header: [String]
  /// The rows, each as wide as the head.
  public var rows: [[Cell]]
  /// What the table shows.
  public var caption: String
  /// The widths of the columns in relation to each other.
  public var widths: [Int]

  /// One cell.
  public struct Cell: Hashable, Sendable, Encodable {
    /// How a cell stands out; the text says the same, so that it reads in grey.
    public enum Tone: String, Sendable, Encodable {
      case plain, filled, empty
    }

    /// What it says.
    public var text: Text
    /// How it stands out.
    public var tone: Tone

    /// Makes a cell.
    public init(_ text: Text, tone: Tone = .plain) {
      self.text = text
      self.tone = tone
    }
  }

  /// Makes a table; without widths all columns are as wide.
  public init(header: [String], rows: [[Cell]], caption: String, widths: [Int]? = nil) {
    self.header = header
    self.rows = rows
    self.caption = caption
    self.widths = widths ?? header.map { _ in 1 }
  }
}

/// A term with what there is to say of it.
public struct KeyValue: Hashable, Sendable, Encodable {
  /// The term.
  public var key: String
  /// What there is to say.
  public var value: Text

  /// Makes a pair.
  public init(_ key: String, _ value: Text) {
    self.key = key
    self.value = value
  }
}

/// Something to be noticed.
public struct Note: Hashable, Sendable, Encodable {
  /// Why it stands apart.
  public enum Kind: String, Sendable, Encodable {
    /// A step that was not reached, or has nothing to show.
    case absence
    /// How to read what follows.
    case information
    /// A worry, a tension, a warning.
    case attention
  }

  /// Why it stands apart.
  public var kind: Kind
  /// What it says.
  public var text: Text

  /// Makes a note.
  public init(_ kind: Kind, _ text: Text) {
    self.kind = kind
    self.text = text
  }
}

/// A photo with what it shows in words.
public struct Photo: Hashable, Sendable {
  /// The number of the contribution it belongs to; also the name of its file for a converter.
  public var number: Int64
  /// The JPEG.
  public var jpeg: [UInt8]
  /// What it shows, for who cannot see it.
  public var alternative: String

  /// Makes a photo.
  public init(number: Int64, jpeg: [UInt8], alternative: String) {
    self.number = number
    self.jpeg = jpeg
    self.alternative = alternative
  }
}

extension Photo: Encodable {
  private enum CodingKeys: String, CodingKey { case number, alternative }

  /// Writes the number and the words only; the picture itself travels as a file beside it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(alternative, forKey: .alternative)
  }
}

/// A contribution in full: what references point to.
public struct Entry: Hashable, Sendable, Encodable {
  /// The contribution's number.
  public var number: Int64
  /// What references call it, for example "verhaal 12".
  public var label: String
  /// Its own title.
  public var title: Text
  /// How and when it came in.
  public var meta: Text
  /// Its answers.
  public var fields: [KeyValue]
  /// Its photo, or nil.
  public var photo: Photo?

  /// Makes an entry.
  public init(number: Int64, label: String, title: Text, meta: Text, fields: [KeyValue], photo: Photo? = nil) {
    self.number = number
    self.label = label
    self.title = title
    self.meta = meta
    self.fields = fields
    self.photo = photo
  }
}
