import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLReading

@testable import Briefing
@testable import ChartGrammar
@testable import Interview
@testable import MapGrammar

/// A JSON Schema, as far as pack.schema.json uses the language, held against what a YAML file says.
private struct Schema {
  let root: [String: Any]
  let definitions: [String: [String: Any]]

  init() throws {
    let data = Data(try contents("Layouts/pack.schema.json").utf8)
    root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    definitions = try #require(root["$defs"] as? [String: [String: Any]])
  }

  func keys(_ name: String) -> Set<String> { keys(of: definitions[name] ?? [:]) }

  /// The keys of a mapping that allows no others.
  func keys(of schema: [String: Any]) -> Set<String> {
    #expect(schema["additionalProperties"] as? Bool == false)
    return Set((schema["properties"] as? [String: Any] ?? [:]).keys)
  }

  func choices(_ key: String, of name: String) -> Set<String> {
    let property = (definitions[name]?["properties"] as? [String: [String: Any]])?[key]
    return Set((property?["enum"] as? [String]) ?? [])
  }

  // MARK: Holding

  func allows(_ node: YAMLNode) -> Bool { allows(node, root) }

  private func allows(_ node: YAMLNode, _ schema: [String: Any]) -> Bool {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      return allows(node, definitions[String(name)] ?? ["enum": []])
    }
    if let all = schema["anyOf"] as? [[String: Any]], !all.contains(where: { allows(node, $0) }) {
      return false
    }
    if let one = schema["oneOf"] as? [[String: Any]], one.count(where: { allows(node, $0) }) != 1 {
      return false
    }
    if let choices = schema["enum"] as? [Any] {
      guard let text = scalar(node) else { return false }
      return choices.contains { $0 as? String == text || ($0 as? Bool).map(String.init) == text }
    }
    if let constant = schema["const"] as? String { return scalar(node) == constant }
    if let types = schema["type"], !isOf(types as? [String] ?? [types as? String ?? ""], node) {
      return false
    }
    if let pattern = schema["pattern"] as? String, let text = scalar(node) {
      return text.range(of: pattern, options: .regularExpression) != nil
    }
    if let least = schema["minimum"] as? Double, let most = schema["maximum"] as? Double {
      return scalar(node).flatMap { Double($0) }.map { least <= $0 && $0 <= most } ?? false
    }
    if node.isSequence { return allowsEntries(node.sequence() ?? [], schema) }
    return node.isMapping ? allowsKeys(node, schema) : true
  }

  private func allowsEntries(_ entries: [YAMLNode], _ schema: [String: Any]) -> Bool {
    let (least, most) = (schema["minItems"] as? Int ?? 0, schema["maxItems"] as? Int ?? Int.max)
    if entries.count < least || entries.count > most { return false }
    guard let items = schema["items"] as? [String: Any] else { return true }
    return entries.allSatisfy { allows($0, items) }
  }

  private func allowsKeys(_ node: YAMLNode, _ schema: [String: Any]) -> Bool {
    let entries = node.anyMapping()?.entries ?? []
    let present = Set(entries.map(\.key.text))
    if !(schema["required"] as? [String] ?? []).allSatisfy(present.contains) { return false }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    return entries.allSatisfy { key, value in
      if let own = properties[key.text] ?? schema["additionalProperties"] as? [String: Any] {
        return allows(value, own)
      }
      return schema["additionalProperties"] as? Bool != false
    }
  }

  private func scalar(_ node: YAMLNode) -> String? {
    node.isMapping || node.isSequence || node.isEmpty ? nil : node.string()
  }

  private func isOf(_ types: [String], _ node: YAMLNode) -> Bool {
    if node.isMapping { return types.contains("object") }
    if node.isSequence { return types.contains("array") }
    guard let text = scalar(node) else { return types.contains("null") }
    return types.contains { type in
      switch type {
      case "string": true
      case "number": Double(text) != nil
      case "integer": Int(text) != nil
      case "boolean": text == "true" || text == "false"
      default: false
      }
    }
  }
}

private func names<Name: CaseIterable & RawRepresentable>(_ type: Name.Type) -> Set<String>
where Name.RawValue == String {
  Set(type.allCases.map(\.rawValue))
}

private let packs = [
  "seeds/kazakh-uzbek", "Tests/Packs/andes", "Tests/Packs/charts", "Tests/Packs/minimal",
  "Tests/Packs/tables",
]

@Test func theSchemaOfPacksHasTheKeysThatAreRead() throws {
  let schema = try Schema()
  #expect(schema.keys(of: schema.root) == Set(PackKeys.pack))
  for (name, keys) in [
    ("interview", PackKeys.interview), ("meeting", PackKeys.meeting), ("agendaItem", PackKeys.agendaItem),
    ("overview", PackKeys.overview), ("question", PackKeys.question), ("keyFigure", PackKeys.keyFigure),
    ("quotation", PackKeys.quotation), ("entry", PackKeys.entry), ("series", PackKeys.series),
    ("lineSeries", PackKeys.lineSeries),
    ("reference", PackKeys.reference), ("event", PackKeys.event), ("flow", PackKeys.flow),
    ("routeWithLabel", PackKeys.route), ("mapFlow", PackKeys.mapFlow), ("symbol", PackKeys.symbol),
    ("boundary", PackKeys.boundary),
    ("corridor", PackKeys.corridor), ("area", PackKeys.area), ("mapEvent", PackKeys.mapEvent),
    ("extent", PackKeys.extent),
    ("mapExhibit", PackKeys.exhibit + PackKeys.map), ("tableExhibit", PackKeys.exhibit + PackKeys.table),
    ("overviewMap", PackKeys.overviewMap + PackKeys.map),
  ] {
    #expect(schema.keys(name) == Set(keys), "\(name)")
  }
  let draft = try #require((schema.definitions["draft"]?["anyOf"] as? [[String: Any]])?.last)
  #expect(schema.keys(of: draft) == Set(PackKeys.draft))
}

@Test func theSchemaOfPacksHasEveryKindOfExhibitWithItsKeys() throws {
  let schema = try Schema()
  let exhibits = schema.definitions.keys.filter { $0.hasSuffix("Exhibit") && $0 != "mapExhibit" }
  for kind in Pack.Chart.Kind.allCases {
    let own = exhibits.filter { schema.choices("kind", of: $0).contains(kind.rawValue) }
    #expect(own.count == 1, "\(kind)")
    // What a kind is refused with its reason is no key of its schema.
    let keys = Set(PackKeys.exhibit + PackKeys.chart(kind))
    for name in own { #expect(schema.keys(name) == keys, "\(kind)") }
  }
}

@Test func theSchemaOfPacksHasTheNamesThatAreAllowed() throws {
  let schema = try Schema()
  #expect(schema.choices("order", of: "meeting") == names(AttendeeOrder.self))
  #expect(schema.choices("split", of: "barsExhibit") == names(ChartGrammar.Series.Trait.self))
  #expect(
    schema.choices("multiples", of: "barsExhibit") == names(ChartGrammar.Series.Trait.self).union(["series"]))
  #expect(schema.choices("as", of: "changeExhibit") == names(ChartDescription.ChangeMeasure.self))
  #expect(schema.choices("columns", of: "tableExhibit") == names(TableDescription.Trait.self))
  #expect(schema.choices("as", of: "tableExhibit") == names(ChartDescription.ChangeMeasure.self))
  #expect(schema.choices("projection", of: "mapExhibit") == names(MapDescription.ProjectionChoice.self))
  #expect(schema.choices("labels", of: "mapExhibit") == names(MapDescription.Labels.self))
  let interview = try #require(schema.definitions["interview"]?["properties"] as? [String: [String: Any]])
  let labels = try #require(interview["labels"]?["additionalProperties"] as? [String: [String]])
  #expect(Set(try #require(labels["enum"])) == names(LabelRole.self))
}

@Test(arguments: packs) func packsThatBuildAreValidAgainstTheSchema(_ pack: String) throws {
  let file = YAMLFile(try contents("\(pack)/pack.yml"), path: "pack.yml")
  #expect(try Schema().allows(#require(file.root)))
}

@Test func aDraftIsValidAgainstTheSchemaThatItNames() throws {
  let folder = try TemporaryFolder()
  try folder.write(contents("seeds/kazakh-uzbek/transcript.txt"), to: "talk.txt")
  #expect(try bayan("new", "talk.txt", "pack", in: folder.url).status == 0)
  let pack = try folder.read("pack/pack.yml")
  #expect(pack.hasPrefix("# yaml-language-server: $schema=pack.schema.json\n"))
  #expect(try folder.read("pack/pack.schema.json") == contents("Layouts/pack.schema.json"))
  #expect(try Schema().allows(#require(YAMLFile(pack, path: "pack.yml").root)))
}

@Test func aDraftIsToldAsJSON() throws {
  let folder = try TemporaryFolder()
  let talk = "Ann: How much?\n\nBo: We sold 40 boats in 2019.\n\nAnn: And then?\n\nBo: Nothing.\n"
  try folder.write(talk, to: "talk.txt")
  let made = try bayan("new", "talk.txt", "pack", "--json", in: folder.url)
  let said = try #require(try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
  #expect(said["next"] as? String == "bayan preview pack" && said["folder"] as? String == "pack")
  #expect(said["asking"] as? [String] == ["Ann"] && said["answering"] as? [String] == ["Bo"])
  let question = try #require((said["questions"] as? [[String: Any]])?.first)
  #expect(question["text"] as? String == "How much?" && question["paragraphs"] as? [Int] == [1, 2, 3])
  #expect(said["followUps"] as? [String] == ["And then?"])
  let figure = try #require((said["figures"] as? [[String: Any]])?.first)
  #expect(figure["value"] as? String == "40" && figure["period"] as? String == "2019")
  #expect(figure["id"] as? String == (question["figures"] as? [String])?.first)
}

/// A line of a pack's file made wrong in one of its ways.
private func broken(_ lines: [String], using random: inout SeededGenerator) -> [String] {
  var lines = lines
  let keyed = lines.indices.filter { lines[$0].contains(": ") || lines[$0].hasSuffix(":") }
  guard let index = keyed.randomElement(using: &random) else { return lines }
  let line = lines[index]
  let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
  switch Int.random(in: 0..<5, using: &random) {
  case 0: lines[index] = "\(parts[0])x:\(parts[1])"
  case 1: lines.remove(at: index)
  case 2: lines[index] = "\(parts[0]): { wrong: 1 }"
  case 3: lines[index] = "\(parts[0]): [[one], [two]]"
  default: lines[index] = "\(parts[0]): wrong-word"
  }
  return lines
}

@Test(arguments: packs) func whatTheReaderRefusesTheSchemaRefusesAndTheOtherWayRound(_ pack: String) throws {
  let (schema, text) = (try Schema(), try contents("\(pack)/pack.yml"))
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  var random = SeededGenerator(seed: 17)
  var refused = 0
  for round in 0..<400 {
    let changed = broken(lines, using: &random).joined(separator: "\n")
    let file = YAMLFile(changed, path: "pack.yml")
    guard let root = file.root, !file.log.hasErrors else { continue }
    let isAllowed = schema.allows(root)
    let read = YAMLFile(changed, path: "pack.yml")
    _ = Pack.read(read)
    let errors = read.log.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { refused += 1 }
    #expect(
      isAllowed == errors.isEmpty, "round \(round): \(errors.first.map { "\($0)" } ?? "the schema alone")")
  }
  #expect(refused > 20)
}
