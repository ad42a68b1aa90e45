import Foundation
import Maps
import TestSupport
import Testing

@testable import PageLayout

private let folder = projectFolder.appendingPathComponent("Layouts")

/// A JSON Schema of Layouts/, as far as it is held against the code.
private struct Schema {
  let root: [String: Any]

  init(_ name: String) throws {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  func definition(_ name: String) throws -> [String: Any] {
    let definitions = try #require(root["$defs"] as? [String: Any])
    return try #require(definitions[name] as? [String: Any], "the schema has no '\(name)'")
  }

  /// The keys of a mapping that allows no others.
  func keys(of mapping: [String: Any]) throws -> Set<String> {
    #expect(mapping["additionalProperties"] as? Bool == false)
    return Set(try #require(mapping["properties"] as? [String: Any]).keys)
  }

  func keys(of name: String) throws -> Set<String> { try keys(of: try definition(name)) }

  func property(_ key: String, of name: String) throws -> [String: Any] {
    let properties = try #require(try definition(name)["properties"] as? [String: Any])
    return try #require(properties[key] as? [String: Any])
  }

  func choices(_ mapping: [String: Any]) throws -> Set<String> {
    Set(
      try #require(mapping["enum"] as? [Any]).map {
        $0 as? String ?? (($0 as? Bool) == true ? "true" : "false")
      })
  }

  func choices(_ name: String) throws -> Set<String> { try choices(try definition(name)) }
}

private func names<Name: CaseIterable & RawRepresentable>(_ type: Name.Type) -> Set<String>
where Name.RawValue == String {
  Set(type.allCases.map(\.rawValue))
}

@Test func theSchemaHasTheKeysThatAreRead() throws {
  let schema = try Schema("layout.schema.json")
  #expect(try schema.keys(of: schema.root) == Set(LayoutKeys.layout))
  for (name, keys) in [
    ("paper", LayoutKeys.paper), ("margins", LayoutKeys.margins), ("grid", LayoutKeys.grid),
    ("microtypography", LayoutKeys.microtypography), ("style", LayoutKeys.style),
    ("exhibits", LayoutKeys.exhibits),
    ("running", LayoutKeys.running), ("runningLine", LayoutKeys.runningLine),
    ("runningPicture", LayoutKeys.runningPicture), ("ground", LayoutKeys.ground),
    ("areaGround", LayoutKeys.areaGround), ("page", LayoutKeys.page),
    ("row", LayoutKeys.row), ("area", LayoutKeys.area), ("styles", StyleRole.allCases.map(\.rawValue)),
    ("words", Word.allCases.map(\.rawValue)),
  ] {
    #expect(try schema.keys(of: name) == Set(keys), "\(name)")
  }
  let item = try #require(try schema.definition("item")["anyOf"] as? [[String: Any]]).last
  #expect(try schema.keys(of: try #require(item)) == Set(LayoutKeys.item))
  // Who extends a layout may say a few of them.
  let whole = try #require((schema.root["anyOf"] as? [[String: Any]])?.last?["properties"] as? [String: Any])
  let words = try #require(whole["words"] as? [String: Any])
  #expect(words["required"] as? [String] == Word.allCases.filter { $0.standIn == nil }.map(\.rawValue))
}

@Test func theSchemaHasTheNamesThatAreAllowed() throws {
  let schema = try Schema("layout.schema.json")
  #expect(try schema.choices("paperName") == names(Paper.self))
  #expect(try schema.choices("styleName") == names(StyleRole.self))
  #expect(try schema.choices("colourName") == names(ColorName.self))
  #expect(try schema.choices("contentName") == names(ContentName.self))
  #expect(try schema.choices(schema.property("slant", of: "style")) == names(LayoutReader.Slant.self))
  #expect(try schema.choices(schema.property("case", of: "style")) == names(LayoutReader.LetterCase.self))
  #expect(try schema.choices(schema.property("align", of: "style")) == names(LayoutReader.Alignment.self))
  let item = try #require(try schema.definition("item")["anyOf"] as? [[String: Any]]).last
  let properties = try #require(item?["properties"] as? [String: [String: Any]])
  #expect(
    try schema.choices(try #require(properties["align"])) == names(PlacedPicture.Alignment.self))
  #expect(
    try schema.choices(schema.property("hyphenate", of: "style")) == names(LayoutReader.Hyphenation.self))
  #expect(try schema.choices(schema.property("each", of: "page")) == names(TemplateReader.EachName.self))
}

@Test func theSchemaHasTheRangesThatAreAllowed() throws {
  let schema = try Schema("layout.schema.json")
  func range(_ key: String, of name: String) throws -> ClosedRange<Double> {
    let property = try schema.property(key, of: name)
    let least = try #require(property["minimum"] as? Double)
    return least...(try #require(property["maximum"] as? Double))
  }
  func doubles(_ range: ClosedRange<Int>) -> ClosedRange<Double> {
    Double(range.lowerBound)...Double(range.upperBound)
  }
  #expect(try range("columns", of: "grid") == doubles(LayoutLimits.columns))
  #expect(try range("weight", of: "style") == doubles(LayoutLimits.weight))
  #expect(try range("beside", of: "exhibits") == doubles(LayoutLimits.beside))
  #expect(try range("tracking", of: "style") == LayoutLimits.tracking)
  #expect(try range("protrusion", of: "microtypography") == LayoutLimits.protrusion)
  #expect(try range("expansion", of: "microtypography") == LayoutLimits.expansion)
  #expect(try range("tracking", of: "microtypography") == LayoutLimits.microtracking)
}

@Test func theThemesSchemaHasItsKeysAndColours() throws {
  let schema = try Schema("theme.schema.json")
  #expect(try schema.keys(of: schema.root) == Set(LayoutKeys.theme))
  let parts = try #require(schema.root["properties"] as? [String: [String: Any]])
  let (charts, maps) = (try #require(parts["charts"]), try #require(parts["maps"]))
  #expect(try schema.keys(of: charts) == Set(LayoutKeys.chartRules))
  #expect(try schema.keys(of: maps) == Set(LayoutKeys.mapRules))
  let named = try #require(
    (maps["properties"] as? [String: [String: Any]])?["names"]?["items"] as? [String: Any])
  #expect(try schema.choices(named) == names(BackgroundName.self))
  let properties = try #require(schema.root["properties"] as? [String: Any])
  let colours = try #require(properties["colours"] as? [String: Any])
  #expect(Set(try #require(colours["properties"] as? [String: Any]).keys) == names(ColorName.self))
  let whole = try #require((schema.root["anyOf"] as? [[String: Any]])?.last?["properties"] as? [String: Any])
  let own = try #require(whole["colours"] as? [String: Any])
  #expect(Set(try #require(own["required"] as? [String])) == names(ColorName.self))
}

@Test func everyShippedLayoutNamesItsSchema() throws {
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yml") }
  #expect(files.count >= 5)
  for file in files {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    let own = ["theme.yml": "theme.schema.json", "sheets.yml": "sheets.schema.json"]
    let schema = own[file] ?? "layout.schema.json"
    #expect(text.hasPrefix("# yaml-language-server: $schema=\(schema)\n"), "\(file)")
  }
}
