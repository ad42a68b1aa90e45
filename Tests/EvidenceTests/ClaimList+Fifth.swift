/// Claims of ceilings, records, cuts, courses of three figures and comparatives, in titles, notes and run-ins too.
let fifthClaims = ClaimList(
  asOf: "2024-03",
  figures: """
    x19|Exports|18.2|EUR bn|2019|exact|actual
    x22|Exports|21.5|EUR bn|2022|exact|actual
    x23|Exports|20.1|EUR bn|2023|exact|actual
    i23|Imports|19.8|EUR bn|2023|exact|actual
    w20|Wheat harvest|6.1|m t|2020|exact|actual
    w21|Wheat harvest|4.9|m t|2021|exact|actual
    w22|Wheat harvest|5.6|m t|2022|exact|actual
    w23|Wheat harvest|6.4|m t|2023|exact|actual
    rd13|Road deaths|640|deaths|2013|exact|actual
    rd18|Road deaths|512|deaths|2018|exact|actual
    rd23|Road deaths|430|deaths|2023|exact|actual
    rdgoal|Road deaths|320|deaths|2030|at-most|target
    fd23|Fire deaths|301|deaths|2023|exact|actual
    fdgoal|Fire deaths|320|deaths|2030|at-most|target
    un23|Unemployment rate|8|%|2023|exact|actual
    ungoal|Unemployment rate|9|%|2025|at-most|target
    h20|Homes completed|31000|homes|2020|exact|actual
    h22|Homes completed|35400|homes|2022|exact|actual
    h23|Homes completed|29800|homes|2023|exact|actual
    hgoal|Homes completed|40000|homes|2023|exact|target
    l13|Early school leaving|13.4|%|2013|exact|actual
    l18|Early school leaving|10.1|%|2018|exact|actual
    l23|Early school leaving|10.9|%|2023|exact|actual
    ss22|School spending|4.1|EUR bn|2022|exact|actual
    ss23|School spending|4.6|EUR bn|2023|exact|actual
    tr19|Teachers|60200|teachers|2019|exact|actual
    tr22|Teachers|61000|teachers|2022|exact|actual
    tr23|Teachers|57800|teachers|2023|exact|actual
    pu22|Pupils|812000|pupils|2022|exact|actual
    pu23|Pupils|869000|pupils|2023|exact|actual
    wl22|Waiting list|88000|patients|2022|exact|actual
    wl23|Waiting list|94500|patients|2023|exact|actual
    wt22|Waiting time|14|weeks|2022|exact|actual
    wt23|Waiting time|12|weeks|2023|exact|actual
    sogoal|Active soldiers|26000|soldiers|2030|exact|target
    org|Organic farmland|14|%|2023|exact|actual
    orggoal|Organic farmland|25|%|2030|exact|target
    off22|Offshore wind|0.9|GW|2022|exact|actual
    off23|Offshore wind|1.2|GW|2023|exact|actual
    offgoal|Offshore wind|3|GW|2030|exact|target
    rn20|Renewables|29|%|2020|exact|actual
    rn21|Renewables|33|%|2021|exact|actual
    rn22|Renewables|31|%|2022|exact|actual
    rn23|Renewables|41|%|2023|exact|actual
    ot22|Trains on time|84|%|2022|exact|actual
    ot23|Trains on time|88|%|2023|exact|actual
    bal|Balance of electricity|4.5|TWh|2023|exact|actual
    bed20|Hospital beds|41200|beds|2020|exact|actual
    bed23|Hospital beds|39500|beds|2023|exact|actual
    so22|Active soldiers|24100|soldiers|2022|exact|actual
    so23|Active soldiers|23600|soldiers|2023|exact|actual
    sm13|Smoking|24|%|2013|exact|actual
    sm23|Smoking|15|%|2023|exact|actual
    eu|Exports to the union|63|%|2023|exact|actual
    girls|Girls at universities|52|%|2023|exact|actual
    wet|Irrigated farmland|11|%|2023|exact|actual
    meter|Households with a smart meter|78|%|2023|exact|actual
    to19|Tourists|5.2|million tourists|2019|exact|actual
    to23|Tourists|5.6|million tourists|2023|exact|actual
    co13|Coal power|62|TWh|2013|exact|actual
    co23|Coal power|28|TWh|2023|exact|actual
    im13|Infant mortality|6.2|‰|2013|exact|actual
    im23|Infant mortality|3.1|‰|2023|exact|actual
    """,
  texts: """
    warn | At {rd23}, the country is already below its ceiling of {rdgoal}.
    warn | At {rd23}, the roads are under the limit of {rdgoal}.
    warn | Road deaths, {rd23}, are lower than the target of {rdgoal}.
    warn | Road deaths, {rd23}, are fewer than the goal of {rdgoal}.
    warn | Road deaths, {rd23}, have fallen below the goal of {rdgoal}.
    warn | Fire deaths, {fd23}, still exceed the goal of {fdgoal}.
    warn | Fire deaths, {fd23}, are higher than the target of {fdgoal}.
    warn | Fire deaths, {fd23}, are above the ceiling of {fdgoal}.
    warn | The rate of {un23} is over the limit of {ungoal}.
    warn | Completions, {h23}, are higher than the target of {hgoal}.
    accept | Completions, {h23}, are lower than the target of {hgoal}.
    accept | Fire deaths, {fd23}, are already below the target of {fdgoal}.
    accept | At {fd23}, the country is under the goal of {fdgoal}.
    accept | Unemployment, at {un23}, has fallen below the goal of {ungoal}.
    accept | Unemployment, at {un23}, is lower than the target of {ungoal}.
    accept | Road deaths, {rd23}, still exceed the goal of {rdgoal}.
    accept | Road deaths, {rd23}, are higher than the target of {rdgoal}.
    accept | Road deaths, {rd23}, have yet to fall below the ceiling of {rdgoal}.
    accept | Road deaths, {rd23}, are not below the goal of {rdgoal}.
    accept | Fire deaths, {fd23}, stayed within the limit of {fdgoal}.
    accept | More than half of the homes were let; the goal was {hgoal}.
    warn | [title x19 x22 x23] Exports climb to an all-time high
    warn | [title rd13 rd18 rd23] Road deaths at their highest in a decade
    warn | [title x19 x22 x23] Record exports in 2023
    warn | [title x19 x22 x23] A record low of exports
    warn | [title x19 x22 x23] A record low
    warn | [title h20 h22 h23] Completions at their highest since 2019
    warn | [title w20 w21 w22 w23] The lowest harvest of all was in 2023
    warn | [title w20 w21 w22 w23] The smallest harvest in four years
    warn | [statement x22 x23] Record exports
    warn | **A record for exports.** They came to {x23}.
    accept | **A record for wheat.** The harvest came to {w23}.
    accept | [title w20 w21 w22 w23] Harvest climbs to an all-time high
    accept | [title x22 x23] Exports fall from their record high
    accept | [title x19 x22 x23] Exports stay below the record of 2022
    accept | [title x19 x22 x23] Exports peaked in 2022
    accept | [title x19 x22 x23] Exports a year after the record
    accept | [title rd13 rd18 rd23] Road deaths at their lowest in a decade
    accept | [title h20 h22 h23] Completions at a record low
    accept | [title h20 h22 h23] The biggest builders pull out
    accept | [title x19 x22 x23] The largest market buys less
    accept | [title w20 w21 w22 w23] The lowest harvest of all was in 2021
    accept | [statement w22 w23] Record harvest
    accept | [statement x22 x23] Record summer
    warn | The wheat harvest was the poorest in four years: {w23}.
    warn | The wheat harvest was the smallest in four years: {w23}.
    warn | At {w23}, the wheat harvest was the lowest in four years.
    warn | The harvest of {w23} was the smallest since {w20|period}.
    warn | The harvest of {w23} was the lowest since 2020.
    warn | Exports were the highest in five years: {x23}.
    accept | The wheat harvest was the richest in four years: {w23}.
    accept | At {w23}, the wheat harvest was the highest in four years.
    accept | The harvest of {w23} was the largest since 2020.
    accept | Completions were the lowest in years: {h23}.
    accept | Exports were the lowest since 2022: {x23}.
    accept | The harvest of {w21} was the smallest in a decade.
    accept | The poorest families got help, and {w23} were harvested.
    accept | The smallest mills closed in four years, though {w23} were harvested.
    warn | School spending was trimmed from {ss22} to {ss23}.
    warn | School spending was cut from {ss22} to {ss23}.
    warn | School spending was reduced from {ss22} to {ss23}.
    warn | School spending was lowered from {ss22} to {ss23}.
    warn | The ministry cut school spending from {ss22} to {ss23}.
    warn | The ministry has pared the spending back, from {ss22} to {ss23}.
    warn | Exports were raised from {x22} to {x23}.
    warn | School spending was reduced to {ss23}.
    warn | Exports were boosted to {x23}.
    accept | School spending was raised from {ss22} to {ss23}.
    accept | The ministry lifted school spending from {ss22} to {ss23}.
    accept | Exports were cut from {x22} to {x23}.
    accept | Exports were reduced to {x23}.
    accept | The number of soldiers was trimmed from {so22} to {so23}.
    accept | The ministry cut red tape; spending went from {ss22} to {ss23}.
    accept | The stone was cut in the quarry, and {x23} were exported.
    accept | They raised money for the school, which has {pu23}.
    accept | The price was to be lowered, and exports came to {x23}.
    warn | Early school leaving keeps falling: {l13}, {l18} and now {l23}.
    warn | Exports keep rising: {x19}, {x22} and now {x23}.
    warn | Exports rose in both years: {x19}, {x22}, {x23}.
    warn | Early school leaving fell in each period: {l13}, {l18}, {l23}.
    warn | [title x19 x22 x23] Exports keep rising
    accept | Road deaths keep falling: {rd13}, {rd18} and now {rd23}.
    accept | Road deaths fell in both periods: {rd13}, {rd18}, {rd23}.
    accept | Early school leaving fell: {l13}, {l18} and now {l23}.
    accept | Wheat keeps growing: {w21}, {w22} and now {w23}.
    accept | [title rd13 rd18 rd23] Road deaths keep falling
    warn | The waiting list is getting shorter, with {wl23} after {wl22}.
    warn | The army is getting bigger, with {so23} after {so22}.
    warn | The army is growing, with {so23} after {so22}.
    warn | **Waiting is getting longer.** It took {wt23} after {wt22}.
    warn | There were more teachers in {tr23|period}, {tr23}, than in {tr19|period}, {tr19}.
    warn | **More pupils, more teachers.** There are {tr23}, after {tr22}.
    warn | [title tr19 tr22 tr23] More teachers
    warn | [statement tr22 tr23] More teachers
    warn | Smoking has become more common: {sm13} in {sm13|period}, {sm23} in {sm23|period}.
    warn | Smoking is on the increase: {sm13} in {sm13|period}, {sm23} in {sm23|period}.
    accept | The waiting list is getting longer, with {wl23} after {wl22}.
    accept | The army is getting smaller, with {so23} after {so22}.
    accept | The army is shrinking, with {so23} after {so22}.
    accept | There were fewer teachers in {tr23|period}, {tr23}, than in {tr19|period}, {tr19}.
    accept | **More pupils, fewer teachers.** There are {tr23}, after {tr22}.
    accept | [title tr19 tr22 tr23] Fewer teachers
    accept | [title pu22 pu23] More pupils
    accept | [title tr19 tr22 tr23] More work for teachers
    accept | [title tr19 tr22 tr23] More pupils than teachers
    accept | Smoking has become less common: {sm13} in {sm13|period}, {sm23} in {sm23|period}.
    accept | The days are getting longer, and exports came to {x23} after {x22}.
    accept | Smoking is on the decline: {sm13} in {sm13|period}, {sm23} in {sm23|period}.
    warn | Imports outstripped exports: {i23} against {x23}.
    warn | Exports fell short of imports: {x23} against {i23}.
    warn | Imports exceeded exports: {i23} against {x23}.
    warn | Imports were higher than exports: {i23} against {x23}.
    accept | Exports outstripped imports: {x23} against {i23}.
    accept | Imports fell short of exports: {i23} against {x23}.
    accept | Exports were higher than imports: {x23} against {i23}.
    accept | Imports were lower than exports: {i23} against {x23}.
    warn | [label eu] less than half of all exports
    warn | [label girls] girls are in the minority
    warn | [label wet] most fields are irrigated
    warn | [label wet] nearly all of it
    warn | [label wet] well over half the land
    warn | [label meter] three households in four still go without
    warn | [label h23] target met
    warn | [label h23] higher than in {h22|period}
    warn | [label h23] doubled since
    warn | [label h23] the highest on record
    warn | [label h23] up on {h22}
    accept | [label eu] more than half of all exports
    accept | [label girls] girls are in the majority
    accept | [label wet] most fields are dry
    accept | [label wet] a tenth of it
    accept | [label meter] one household in five still goes without
    accept | [label h23] target missed
    accept | [label h23] lower than in {h22|period}
    accept | [label im23] halved since
    accept | [label w23] the highest on record
    accept | [label h23] down on {h22}
    accept | [label h22] up on {h20}
    warn | Tourism has yet to recover: {to23} in {to23|period} against {to19} in {to19|period}.
    warn | Tourism has not yet recovered: {to23} in {to23|period} against {to19} in {to19|period}.
    warn | Tourism is still below the level of {to19|period}: {to23}.
    accept | Tourism has recovered: {to23} in {to23|period} against {to19} in {to19|period}.
    accept | Tourism is above the level of {to19|period}: {to23}.
    accept | Exports have yet to recover: {x23} in {x23|period} against {x22} in {x22|period}.
    accept | Exports are still below the level of {x22|period}: {x23}.
    accept | Tourism is not yet back, with {to23} expected.
    accept | The goal of {rdgoal} has not yet been reached: {rd23}.
    warn | Exports rose, from {x22}, to {x23}.
    accept | Exports fell, from {x22}, to {x23}.
    accept | [statement h22 h23] Completions fell
    warn | The target of {hgoal} was exceeded by a wide margin, with {h23}.
    accept | The ceiling of {rdgoal} was exceeded by a wide margin, with {rd23}.
    accept | Over half of all coal power has disappeared since {co13|period}: from {co13} to {co23}.
    accept | More than half of the coal power of {co13|period} has closed: {co13} then, {co23} now.
    accept | The target of {hgoal} was missed by a quarter, with {h23}.
    accept | One household in five is still without a smart meter: {meter} have one.
    warn | Two households in five are still without a smart meter: {meter} have one.
    accept | The lobby claims that wheat has stalled; it stands at {w23}.
    accept | It is not the case that exports rose: {x23}.
    accept | The sun rose over {h23}.
    accept | In the long run exports grow with productivity; in {x23|period} they were {x23}.
    warn | In {x23|period} exports grew: {x23}.
    accept | Exports rose by a tenth within four years, to {x23}, from {x19}.
    warn | Exports rose by half within four years, to {x23}, from {x19}.
    accept | Exports grew again, to {x23}, after {x19} in {x19|period}.
    warn | Exports doubled within four years, to {x23}, from {x19}.
    warn | Pupil numbers have plateaued at {pu23}, from {pu22}.
    accept | Teacher numbers have plateaued at {tr22}, from {tr19}.
    accept | Growing wheat takes patience; {w21} were harvested.
    warn | Exports, at {x23}, are five times as high as imports, at {i23}.
    accept | Exports, at {x23}, are as high as imports, at {i23}.
    accept | School spending, at {ss23}, is a quarter of what is sold, at {x23}.
    warn | [statement h22 h23] Completions rose
    accept | [title x19 x22 x23] Exports hold near their peak
    accept | [label x23] down from a record {x22}
    accept | [label x23] the second highest on record
    accept | [label x22] the highest yet
    warn | [label x23] the highest yet
    accept | The smallest schools were closed; {pu23} are taught.
    accept | The train was cut from eight wagons to six, and {to23} came.
    accept | She raised the matter; exports came to {x23}.
    accept | Exports have yet to fall to {x19}: they are {x23}.
    accept | [title tr19 tr22 tr23] More money for fewer teachers
    accept | [statement tr22 tr23] More than enough teachers
    accept | [title pu22 pu23] More pupils, more often absent
    accept | **More to do.** There are {tr23}, after {tr22}.
    warn | **Fewer pupils.** There are {pu23}, after {pu22}.
    accept | [label wet] one field in nine
    warn | [label wet] one field in four
    accept | [label meter] nearly four households in five
    warn | [label rd23] below the ceiling
    accept | [label fd23] below the ceiling
    warn | [label fd23] above the target
    accept | [label rd23] still above the target
    warn | The cut from {ss22} to {ss23} came late.
    accept | The rise from {ss22} to {ss23} came late.
    warn | Exports were scaled back from {x19} to {x23}.
    accept | Exports were stepped up from {x19} to {x23}.
    warn | Unemployment, {un23}, remains above the ceiling of {ungoal}.
    accept | Unemployment, {un23}, remains below the ceiling of {ungoal}.
    accept | Fire deaths, {fd23}, are well under the cap of {fdgoal}.
    warn | Fire deaths, {fd23}, are well over the cap of {fdgoal}.
    accept | Fire deaths are lower than the limit: {fd23} against {fdgoal}.
    warn | Road deaths are lower than the limit: {rd23} against {rdgoal}.
    warn | [title rd13 rd18 rd23] Road deaths highest in ten years
    accept | [title rd13 rd18 rd23] Fewest road deaths in a decade
    warn | [title x19 x22 x23] Exports at their lowest in a decade
    accept | Wheat was dear, and the lowest rate in years was paid: {un23}.
    warn | Active soldiers, at {so23}, are on track to the goal of {sogoal}.
    warn | The army is on course for its goal of {sogoal}: {so23}.
    warn | At {so23}, the army is nearing the target of {sogoal}.
    accept | Offshore wind, at {off23}, is on track to the goal of {offgoal}.
    accept | Offshore wind is heading for its goal of {offgoal}: {off23}.
    accept | At {so23}, the army is still short of the target of {sogoal}.
    warn | Offshore wind is well past the half-way mark to the goal of {offgoal}: {off23}.
    warn | Offshore wind is more than half-way to the goal of {offgoal}: {off23}.
    accept | Organic farming is more than half of the way to its goal: {org} against {orggoal}.
    warn | Offshore wind is more than half of the way to its goal: {off23} against {offgoal}.
    accept | [title rn20 rn21 rn22 rn23] Renewables have grown in every year but one
    warn | [title rn20 rn21 rn22 rn23] Renewables have grown in every year
    warn | Punctuality worsened: {ot23} of trains were on time, against {ot22}.
    accept | Punctuality improved: {ot23} of trains were on time, against {ot22}.
    warn | We remained a net importer of electricity in {bal|period}, with a balance of {bal}.
    accept | We remained a net exporter of electricity in {bal|period}, with a balance of {bal}.
    accept | [label bed23] fewer than in 2020
    warn | [label bed23] more than in 2020
    accept | Ten years ago half of all nurses smoked, it was said; {sm23} of adults do now.
    accept | It is said that exports doubled; they came to {x23}.
    warn | Exports doubled, they came to {x23}.
    accept | [title x19 x22 x23] Exports after a record year
    accept | [title x19 x22 x23] From record to record
    accept | [title rd13 rd18 rd23] Fewer deaths on the roads
    accept | [title h20 h22 h23] Fewer homes, higher rents
    accept | [title pu22 pu23] More pupils in the lowest classes
    accept | [title w20 w21 w22 w23] Highest harvest since 2020
    accept | [label w23] more than in any year before
    accept | [label tr23] raised by the new law
    accept | [label x23] cut to fit
    accept | [label h23] a quarter less than hoped
    accept | Taxes were cut, and from {x19} exports rose to {x23}.
    accept | The limit was raised; {fd23} died, below the ceiling of {fdgoal}.
    accept | With {wl23} after {wl22}, the waiting list is getting longer.
    accept | The strongest winds in years came, and {w23} were harvested.
    accept | Trade with the poorest neighbours rose: {x23} after {x19}.
    accept | Exports, the second highest in four years, came to {x23}.
    warn | Coal power lost a third of its output, going from {co13} to {co23}.
    accept | Coal power lost more than half of its output, going from {co13} to {co23}.
    warn | [title im13 im23] Infant mortality is only a third lower than a decade ago
    warn | [title im13 im23] Infant deaths down by a third
    warn | [title im13 im23] Infant mortality a third lower
    accept | [title im13 im23] Infant mortality is half of what it was
    accept | [title im13 im23] Infant deaths down by half
    accept | [title im13 im23] Infant mortality 50% lower
    """)
