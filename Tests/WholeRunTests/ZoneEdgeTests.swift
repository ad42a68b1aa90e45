import TestSupport
import Testing

/// What can't be drawn truly is no picture at all.
@Test(arguments: [
  "areas: [{ around: [Suva], km: 2500, label: Fiji }]",
  "areas: [{ around: [Longyearbyen], km: 2500, label: The north }]",
])
func aZoneThatTheMapsEdgeWouldTearIsAnErrorAtItsPlace(zone: String) throws {
  let pack = try tradePack()
  try pack.replace("language: en-GB\n", with: "language: en-GB\ncountries: [SG, MV]\n", in: "pack.yml")
  try pack.replace(
    "{ kind: bars, title: Trade has grown, subtitle: USD million, figures: [trade-*] }",
    with: "{ kind: map, extent: world, \(zone) }", in: "pack.yml")
  let run = try pack.build("report").run
  #expect(run.status == 1, "\(run.errors)")
  #expect(run.errors.contains("lies across the edge at which this map cuts the globe"), "\(run.errors)")
  #expect(run.errors.contains("pack.yml:7:"), "\(run.errors)")
}

@Test func aZoneWithinTheMapIsDrawn() throws {
  let pack = try tradePack()
  try pack.replace(
    "{ kind: bars, title: Trade has grown, subtitle: USD million, figures: [trade-*] }",
    with:
      "{ kind: map, extent: world, places: [Nairobi], areas: [{ around: [Nairobi], km: 1500, label: East }], corridors: [{ along: [London, Cairo, Mumbai], km: 300, label: Canal }] }",
    in: "pack.yml")
  let run = try pack.build("report").run
  #expect(run.status == 0, "\(run.errors)")
}
