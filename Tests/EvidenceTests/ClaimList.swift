/// Texts over figures of lands that do not exist, and whether the check must warn of their words.
struct ClaimList: Sendable {
  /// As of when the figures are.
  var asOf: String
  /// Lines of `id|label|value|unit|period|qualifier|status`.
  var figures: String
  /// Lines of `warn | text` and `accept | text`; a text that begins with `[title a b]` stands over those figures.
  var texts: String
}

/// Sentences that the rules for goals, parts, series, multiples, idioms and deficits were written with.
let harbourClaims = ClaimList(
  asOf: "2019-06",
  figures: """
    t15|Turnover|40|EUR m|2015|exact|actual
    t16|Turnover|44|EUR m|2016|exact|actual
    t17|Turnover|47|EUR m|2017|exact|actual
    t18|Turnover|60|EUR m|2018|exact|actual
    tgoal|Turnover|55|EUR m|2018|exact|target
    tgoal20|Turnover|80|EUR m|2020|exact|target
    c15|Catch of herring|900|thousand t|2015|exact|actual
    c16|Catch of herring|700|thousand t|2016|exact|actual
    c17|Catch of herring|760|thousand t|2017|exact|actual
    c18|Catch of herring|600|thousand t|2018|exact|actual
    cgoal|Catch of herring|800|thousand t|2018|exact|target
    ex|Exports to Peru|90|USD m|2018|exact|actual
    im|Imports from Peru|30|USD m|2018|exact|actual
    ch|Exports to Chile|88|USD m|2018|exact|actual
    bo|Exports to Bolivia|4|USD m|2018|exact|actual
    grain|Share of grain|72|%|2018|exact|actual
    copper|Share of copper|4|%|2018|exact|actual
    growth|Change of exports on a year before|25|%|2018|exact|actual
    fall|Change of wool output on a year before|-33|%|2018|exact|actual
    b16|Balance of trade|-10|USD m|2016|exact|actual
    b17|Balance of trade|-14|USD m|2017|exact|actual
    b18|Balance of trade|-20|USD m|2018|exact|actual
    s17|Budget surplus|9|EUR m|2017|exact|actual
    s18|Budget surplus|5|EUR m|2018|exact|actual
    d17|Deficit of the fund|6|EUR m|2017|exact|actual
    d18|Deficit of the fund|8|EUR m|2018|exact|actual
    v17|Visitors|500|visitors|2017|exact|actual
    v18|Visitors|505|visitors|2018|exact|actual
    q16|Quota used|50|%|2016|exact|actual
    """,
  texts: """
    accept | The goal of {tgoal} was met with {t18}.
    warn | The goal of {cgoal} was met: the catch came to {c18}.
    warn | The goal of {tgoal} was missed: turnover came to {t18}.
    accept | The goal of {cgoal} was missed: {c18} were landed.
    accept | With {t18}, the goal of {tgoal} was exceeded.
    warn | With {c18}, the goal of {cgoal} was exceeded.
    warn | The goal of {tgoal20} has been reached.
    accept | The goal of {tgoal} has been reached.
    warn | The target of {cgoal} was comfortably beaten.
    warn | The target of {cgoal} was reached ahead of schedule.
    accept | The goal of {tgoal20} has not been met yet.
    warn | The goal of {tgoal} was not met.
    warn | Fishermen met their goal of {cgoal}.
    accept | The company met its goal of {tgoal}.
    warn | The company fell short of its goal of {tgoal}.
    accept | Turnover added half since 2015, from {t15} to {t18}.
    warn | Turnover added a quarter, from {t15} to {t18}.
    accept | The herring catch shed a third, from {c15} to {c18}.
    warn | The herring catch shed a tenth, from {c15} to {c18}.
    accept | The catch lost a third of its weight, from {c15} to {c18}.
    warn | The catch lost a fifth between {c15} and {c18}.
    accept | Turnover grew by half, from {t15} to {t18}.
    warn | Turnover grew by a third, from {t15} to {t18}.
    accept | Exports added a quarter: {growth}.
    warn | Exports added a third: {growth}.
    warn | Wool output lost a half ({fall}).
    accept | Wool output lost a third ({fall}).
    warn | Exports gained a tenth ({growth}).
    accept | Turnover has risen every year, to {t18}.
    warn | The herring catch has fallen every year, to {c18}.
    warn | The catch fell each year since 2015 and came to {c18}.
    accept | Turnover rose each year since 2015 and came to {t18}.
    accept | Turnover rose for the third year running, to {t18}.
    warn | The catch fell for the third year running, to {c18}.
    warn | The catch of herring has declined without interruption, to {c18}.
    accept | Turnover has grown without interruption since 2015, to {t18}.
    accept | Turnover has risen for five years in a row, to {t18}.
    warn | [title c15 c16 c17 c18] The catch of herring falls year after year
    accept | [title t15 t16 t17 t18] Turnover rises year after year
    warn | The catch has steadily fallen, to {c18}.
    accept | Exports to Peru, {ex}, are three times what is imported, {im}.
    warn | Exports to Peru of {ex} are twice as much as imports of {im}.
    accept | Turnover of {t18} is one and a half times what it was in 2015, {t15}.
    warn | Turnover of {t18} is three times what it was, {t15}.
    warn | The catch of {c18} is half of what it was, {c15}.
    accept | The catch of {c18} is two thirds of what it was, {c15}.
    accept | Exports of {ex} are more than twice imports of {im}.
    warn | Exports to Chile of {ch} are more than twice those to Peru, {ex}.
    warn | Exports to Peru, {ex}, are ten times larger than those to Bolivia, {bo}.
    accept | Exports to Peru, {ex}, are more than twenty times larger than those to Bolivia, {bo}.
    warn | We sell {ex} to Peru, five times as much as we buy ({im}).
    warn | Imports of {im} are half the size of exports of {ex}.
    accept | Exports of {ex} dwarf those to Bolivia, {bo}.
    warn | Exports of {ex} dwarf those to Chile, {ch}.
    warn | Imports of {im} outweigh exports of {ex}.
    accept | Sales to Bolivia of {bo} are far behind those to Peru of {ex}.
    warn | Sales to Chile of {ch} are far behind those to Peru of {ex}.
    accept | Sales to Chile of {ch} are on a par with those to Peru of {ex}.
    warn | Sales to Bolivia of {bo} are on a par with those to Peru of {ex}.
    accept | Bolivia with {bo} is no match for Chile with {ch}.
    warn | Peru with {ex} is no match for Bolivia with {bo}.
    warn | Chile with {ch} overtook Peru with {ex}.
    accept | Chile with {ch} is second only to Peru with {ex}.
    warn | Peru with {ex} is second only to Bolivia with {bo}.
    warn | Exports of {ex} lag imports of {im}.
    accept | Exports of {ex} easily outweigh imports of {im}.
    accept | Grain has the lion's share: {grain}.
    warn | Copper has the lion's share: {copper}.
    warn | The bulk of exports, {copper}, is copper.
    accept | The bulk of exports, {grain}, is grain.
    warn | Grain is a sliver of exports: {grain}.
    accept | Copper is a sliver of exports: {copper}.
    warn | Grain makes up a fraction of exports, {grain}.
    warn | Hardly any exports are grain: {grain}.
    warn | The vast majority of exports is copper: {copper}.
    accept | Turnover took off, to {t18}.
    warn | The catch took off, to {c18}.
    warn | Turnover went through the roof, from {t16} to {t17}.
    warn | Visitor numbers plunged to {v18}.
    warn | Turnover ground to a halt at {t18}.
    accept | Visitor numbers levelled off at {v18}.
    warn | Turnover levelled off at {t18}.
    warn | The catch hit a record {c18}.
    accept | Turnover hit a record {t18}.
    warn | The catch was at an all-time high of {c18}.
    warn | The catch bottomed out at {c16}.
    accept | Visitor numbers flatlined at {v18}.
    warn | The catch reached a record high, {c18}.
    warn | Turnover went into freefall, to {t18}.
    accept | The deficit widened, from {b17} to {b18}.
    accept | The trade deficit widened to {b18}.
    warn | The trade deficit narrowed to {b18}.
    accept | The deficit rose from {b16} to {b18}.
    warn | The deficit shrank from {b16} to {b18}.
    accept | The balance of trade worsened to {b18}.
    warn | The balance of trade improved to {b18}.
    accept | The surplus shrank to {s18}.
    warn | The surplus grew to {s18}.
    accept | The deficit of the fund grew to {d18}.
    warn | The deficit of the fund narrowed to {d18}.
    accept | The gap in trade doubled, from {b16} to {b18}.
    accept | The shortfall grew by 6 million dollars, to {b18}.
    warn | The trade gap halved, to {b18}, from {b16}.
    accept | The balance of trade fell to {b18}.
    warn | [title b16 b17 b18] The trade deficit shrinks
    accept | [title b16 b17 b18] The trade deficit grows
    accept | The loss of {b18} was larger than the {b17} of the year before.
    """)
