import XMLCoder

/// The parts of an .xlsx file (ECMA-376, SpreadsheetML) that hold a table; all else in them is passed over.

struct RelationshipsPart: Decodable {
  var relationships: [Relationship]

  struct Relationship: Decodable {
    @Attribute var id: String
    @Attribute var type: String
    @Attribute var target: String

    enum CodingKeys: String, CodingKey {
      case id = "Id"
      case type = "Type"
      case target = "Target"
    }
  }

  enum CodingKeys: String, CodingKey { case relationships = "Relationship" }
}

struct WorkbookPart: Decodable {
  var workbookPr: Properties?
  var sheets: Sheets

  struct Properties: Decodable { @Attribute var date1904: String? }

  struct Sheets: Decodable { var sheet: [Sheet] }

  struct Sheet: Decodable {
    @Attribute var name: String
    @Attribute var state: String?
    @Attribute var relationship: String

    enum CodingKeys: String, CodingKey {
      case name, state
      case relationship = "r:id"
    }
  }
}

struct StylesPart: Decodable {
  var numFmts: Formats?
  var cellXfs: CellStyles?

  struct Formats: Decodable { var numFmt: [Format]? }

  struct Format: Decodable {
    @Attribute var numFmtId: Int
    @Attribute var formatCode: String
  }

  struct CellStyles: Decodable { var xf: [CellStyle]? }

  struct CellStyle: Decodable { @Attribute var numFmtId: Int? }
}

struct SharedStringsPart: Decodable {
  var si: [RichString]?
}

/// A text, or runs of text each in a style of its own. Readings of Chinese characters (rPh) are left out.
struct RichString: Decodable {
  var t: Text?
  var r: [Run]?

  struct Run: Decodable { var t: Text? }

  var text: String { (t?.value ?? "") + (r ?? []).compactMap { $0.t?.value }.joined() }
}

/// An element's text, whatever attributes it has.
struct Text: Decodable {
  var value: String

  enum CodingKeys: String, CodingKey { case value = "" }
}

struct SheetPart: Decodable {
  var sheetData: SheetData
  var mergeCells: Merged?

  struct SheetData: Decodable { var row: [Row]? }

  struct Row: Decodable {
    @Attribute var r: Int?
    @Attribute var hidden: String?
    var c: [Cell]?
  }

  struct Cell: Decodable {
    /// "C7"
    @Attribute var r: String?
    /// What the value is: "s" an index of a shared string, "str" a formula's text, "b", "e", "d", "inlineStr"; or a
    /// number.
    @Attribute var t: String?
    @Attribute var s: Int?
    var v: Text?
    var f: Text?
    var `is`: RichString?
  }

  struct Merged: Decodable { var mergeCell: [Range]? }

  struct Range: Decodable { @Attribute var ref: String }
}
