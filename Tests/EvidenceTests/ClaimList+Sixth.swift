/// Claims of what is nearly so, of goals and balances that stand elsewhere, of parts of an exhibit and of parts of a year.
let sixthClaims = ClaimList(
  asOf: "2024-03",
  figures: fifthClaims.figures + "\n" + """
    nu22|Nurses|120000|nurses|2022|exact|actual
    nu23|Nurses|115000|nurses|2023|exact|actual
    do22|Doctors|40000|doctors|2022|exact|actual
    do23|Doctors|42000|doctors|2023|exact|actual
    hb22|Balance of the hospital|-2.2|EUR m|2022|exact|actual
    hb23|Balance of the hospital|-3.4|EUR m|2023|exact|actual
    tb22|Balance of trade|-5|EUR bn|2022|exact|actual
    tb23|Balance of trade|0.3|EUR bn|2023|exact|actual
    df22|Deficit of the fund|8|EUR m|2022|exact|actual
    df23|Deficit of the fund|2|EUR m|2023|exact|actual
    mtr|Exports to Turkey|3.1|EUR bn|2023|exact|actual
    mde|Exports to Germany|4.5|EUR bn|2023|exact|actual
    mit|Exports to Italy|1.2|EUR bn|2023|exact|actual
    str|Wool sold to Turkey|18|%|2023|exact|actual
    sde|Wool sold to Germany|26|%|2023|exact|actual
    ees|New staff from Estonia|120|people|2023|exact|actual
    elv|New staff from Latvia|310|people|2023|exact|actual
    elt|New staff from Lithuania|90|people|2023|exact|actual
    cpo|Containers handled in Poti|45|thousand containers|2023|exact|actual
    cba|Containers handled in Batumi|55|thousand containers|2023|exact|actual
    po9|Freight of the port|14|m t|2023-01/2023-09|exact|actual
    pq1|Freight of the pier|4|m t|2023-01/2023-03|exact|actual
    ph1|Freight of the quay|4|m t|2023-01/2023-06|exact|actual
    xgoal|Exports|19|EUR bn|2025|exact|target
    xhigh|Exports|25|EUR bn|2026|exact|target
    wexp|Wheat harvest|6.0|m t|2024|exact|estimate
    so21|Active soldiers|24500|soldiers|2021|exact|actual
    nearg|Bridges repaired|100|bridges|2025|exact|target
    near|Bridges repaired|92|bridges|2023|exact|actual
    farg|Tunnels repaired|100|tunnels|2025|exact|target
    far|Tunnels repaired|30|tunnels|2023|exact|actual
    dgoal|Drownings|100|deaths|2025|at-most|target
    dnow|Drownings|104|deaths|2023|exact|actual
    half|Renewables|50|%|2030|exact|target
    co19|Cocoa exports|90|thousand t|2019|exact|actual
    co22|Cocoa exports|140|thousand t|2022|exact|actual
    co23x|Cocoa exports|70|thousand t|2023|exact|actual
    te22|Tea exports|60|thousand t|2022|exact|actual
    te23|Tea exports|66|thousand t|2023|exact|actual
    li23|Literacy|84|%|2023|exact|actual
    li13|Literacy|71|%|2013|exact|actual
    rent23|Rent of a flat|620|EUR|2023|exact|actual
    rent19|Rent of a flat|410|EUR|2019|exact|actual
    trip|Hours to the capital|3|hours|2023|exact|actual
    trip13|Hours to the capital|7|hours|2013|exact|actual
    solargoal|Solar power|10|GW|2030|exact|target
    solar22|Solar power|2.1|GW|2022|exact|actual
    solar23|Solar power|4.4|GW|2023|exact|actual
    wom|Women in parliament|31|%|2023|exact|actual
    womgoal|Women in parliament|50|%|2030|exact|target
    """,
  texts: """
    accept | The goal of {nearg} is nearly reached: {near}.
    accept | The goal of {nearg} has almost been reached: {near}.
    accept | The goal of {nearg} is all but reached, with {near}.
    accept | With {near}, the goal of {nearg} is close to being reached.
    accept | With {near}, the country has nearly reached its goal of {nearg}.
    accept | With {near}, the country has almost met its target of {nearg}.
    accept | The target of {nearg} is not quite reached: {near}.
    accept | The target of {nearg} was narrowly missed: {near}.
    accept | The target of {nearg} was not yet met: {near}.
    accept | The ceiling of {dgoal} is nearly reached: {dnow}.
    accept | The target of {nearg} is as good as met: {near}.
    warn | The goal of {farg} is nearly reached: {far}.
    warn | The goal of {farg} has almost been reached: {far}.
    warn | The goal of {farg} is all but reached, with {far}.
    warn | With {far}, the country has nearly reached its goal of {farg}.
    warn | The target of {farg} is almost met: {far}.
    warn | The target of {farg} was narrowly missed: {far}.
    warn | The goal of {nearg} is reached: {near}.
    warn | The goal of {fdgoal} was nearly met: {rd23}.
    warn | Never before were so few homes completed as in {h20|period}: {h20}.
    warn | Never were so few homes completed as in {h20|period}.
    warn | Never before had so little wheat been harvested as in {w20|period}: {w20}.
    warn | Never before were exports so high as in {x23|period}: {x23}.
    warn | Never before were exports as high as in {x23|period}: {x23}.
    warn | Never before had so many died on the roads: {rd23}.
    accept | Never before were so few homes completed as in {h23|period}: {h23}.
    accept | Never before had so little wheat been harvested as in {w21|period}: {w21}.
    accept | Never before were exports so high as in {x22|period}: {x22}.
    accept | Never before had so few died on the roads: {rd23}.
    accept | Never before had so many ministers come; exports were {x23}.
    accept | Never so few talked of it; exports came to {x23}.
    warn | **Recruitment is on track.** The army had {so22}, and has {so23}.
    warn | **Nearly there.** Of the homes {h23} are completed.
    warn | **On course.** The army has {so23} after {so22}.
    warn | The army, with {so23}, is well on course.
    warn | [label so23] on track
    warn | [label h23] nearly there
    warn | [title so22 so23] The army is on track
    accept | **Offshore wind is on track.** It came to {off23} after {off22}.
    accept | **Nearly there.** {near} are repaired.
    accept | [label off23] on track
    accept | [label near] nearly there
    accept | **On track.** Of the trains {ot23} are on time.
    accept | The second track is on track two; {so23} were moved by it.
    warn | In the first half of {po9|year} the port handled {po9}.
    warn | In the first quarter of {ph1|year} the quay handled {ph1}.
    warn | In the first half of the year {po9|year} the port handled {po9}.
    warn | In the second half of {ph1|year} the quay handled {ph1}.
    warn | In the whole of {po9|year} the port handled {po9}.
    warn | All of {po9|year} brought {po9}.
    warn | In the first half of 2023 the port handled {po9}.
    warn | In the first quarter of 2023 the port handled {po9}.
    accept | In the first half of {ph1|year} the quay handled {ph1}.
    accept | In the first quarter of {pq1|year} the pier handled {pq1}.
    accept | In the whole of {x23|year} exports came to {x23}.
    accept | In the first half of 2023 the quay handled {ph1}.
    accept | In the first half of 2023 strikes hit the port, which handled {x23} in the end.
    warn | The deficit, {hb22}, had melted away a year later: {hb23}.
    warn | The deficit, {hb22} at first, had shrunk a year later: {hb23}.
    accept | The deficit, {hb22}, had grown a year later: {hb23}.
    accept | The deficit of the fund, {df22}, had melted away a year later: {df23}.
    warn | Wheat, {w21} at first, had fallen two years later: {w23}.
    accept | Wheat, {w21} at first, had risen two years later: {w23}.
    warn | [label h22] above the {hgoal}
    warn | [label x23] above the {x22}
    warn | [label x22] below the {x23}
    accept | [label x23] below the {x22}
    accept | [label x22] above the {x23}
    accept | [label h22] below the {hgoal}
    warn | [title x19 x22 x23] Exports above the {x22} of {x22|year}
    accept | [title x19 x22 x23] Exports below the {x22} of {x22|year}
    warn | [title mtr mde mit] Turkey is the largest market
    warn | [statement mtr mde mit] Turkey is the largest market
    warn | [title str sde] Turkey is the largest market
    accept | [title mtr mde mit] Germany is the largest market
    accept | [title mtr mde mit] Italy is the smallest market
    warn | [title ees elv elt] Most of the new staff come from Estonia
    warn | [title ees elv elt] Half of the new staff come from Lithuania
    accept | [title ees elv elt] Most of the new staff come from Latvia
    accept | [title ees elv elt] Most of the new staff are young
    warn | [title cpo cba] Two thirds are handled in Poti
    warn | [title cpo cba] Most containers are handled in Poti
    accept | [title cpo cba] Most containers are handled in Batumi
    accept | [title cpo cba] Over half are handled in Batumi
    warn | [title hb22 hb23] The hospital is in surplus
    warn | [statement hb23] The hospital is in the black
    warn | [label hb23] a surplus
    warn | [title tb22 tb23] Trade is in deficit
    warn | [label df23] a surplus
    accept | [title hb22 hb23] The hospital is in deficit
    accept | [label hb23] a deficit
    accept | [label df23] a deficit
    accept | [title tb22 tb23] Trade is in surplus
    accept | [title tb22 tb23] From deficit to surplus
    accept | [title hb22 hb23] No surplus in sight
    accept | [title hb22 hb23 tb23] A surplus in trade
    warn | [title nu22 nu23 do22 do23] More nurses, fewer doctors
    accept | [title nu22 nu23 do22 do23] Fewer nurses, more doctors
    warn | [title nu22 nu23 do22 do23] Nurses rose, doctors fell
    accept | [title nu22 nu23 do22 do23] Nurses fell, doctors rose
    warn | The largest share, {str}, goes to Turkey.
    accept | The largest share, {sde}, goes to Germany.
    accept | The smallest share, {str}, goes to Turkey.
    warn | The largest part of what is sold, {str}, goes to Turkey.
    warn | Exports will rise to {xgoal} by {xgoal|year}.
    warn | Exports are at {x23}; they are to grow to {xgoal}.
    warn | Wheat is expected to rise to {wexp} in {wexp|year}.
    warn | Exports should fall to {xhigh}.
    accept | Exports will fall to {xgoal}.
    accept | Exports will rise to {xhigh} by {xhigh|year}.
    accept | Wheat is expected to fall to {wexp} in {wexp|year}.
    accept | Exports could rise if {h23} were let.
    accept | Most farmers are over sixty, and {org} of farmland is organic.
    accept | Half of the ministers are new, but {org} of farmland is organic.
    accept | Two thirds of the roads are old; {org} of farmland is organic.
    warn | Most farmland is organic ({org}).
    warn | Most farmland is organic, and it is now {org}.
    accept | An increase in pay is planned for the {so23}.
    accept | A rise in taxes is expected, and exports came to {x23}.
    accept | A cut in spending is foreseen; now it is {ss23}.
    accept | An increase was wanted by the {tr23}.
    warn | An increase in teachers, to {tr23}, was seen.
    accept | As predicted, exports fell to {x23}.
    accept | Exports fell, as predicted, to {x23}.
    accept | As the ministry had expected, exports fell to {x23}.
    warn | As predicted, exports rose to {x23}.
    warn | Exports rose, as expected, to {x23}.
    warn | As the ministry had expected, exports rose to {x23}.
    warn | Cocoa exports bounced back in {co23x|period}, to {co23x}.
    accept | Tea exports crept up to {te23} in {te23|period}.
    warn | Tea overtook cocoa: {te23} against {co23x}.
    accept | Cocoa remains ahead of tea: {co23x} against {te23}.
    warn | The gap between cocoa and tea widened to nothing: cocoa gained, at {co23x} after {co22}.
    warn | Rents have eased since {rent19|period}: {rent23} against {rent19}.
    accept | A flat costs half as much again as in {rent19|period}: {rent23} against {rent19}.
    warn | Rent has more than doubled, from {rent19} to {rent23}.
    warn | The journey takes twice as long as in {trip13|period}: {trip} against {trip13}.
    accept | The journey takes less than half as long as in {trip13|period}: {trip} against {trip13}.
    warn | The journey has become longer: {trip} against {trip13} in {trip13|period}.
    accept | Four adults in five can read: {li23}.
    warn | Nine adults in ten can read: {li23}.
    warn | One adult in ten still cannot read: {li23} can.
    accept | One adult in six still cannot read: {li23} can.
    warn | Literacy has hardly changed since {li13|period}: {li23} against {li13}.
    warn | Women hold the majority of seats ({wom}).
    accept | Women hold under a third of the seats ({wom}).
    warn | Women are well past the half-way mark to parity: {wom} of a target of {womgoal}? The goal of {womgoal} is met.
    accept | Solar power more than doubled in a year, to {solar23}.
    warn | Solar power stands at less than a third of the goal of {solargoal}: {solar23}.
    accept | Solar power is not yet half-way to the goal of {solargoal}: {solar23}.
    warn | [title solar22 solar23] Solar power loses steam and shrinks
    accept | [label co23x] half of what it was in {co22|period}
    warn | [statement co22 co23x] Cocoa sets another record
    accept | [statement co22 co23x] Cocoa exports slump
    warn | **Cheaper flats.** A flat now costs {rent23}, after {rent19}.
    accept | Solar power has yet to triple: {solar23} after {solar22}.
    accept | Offshore wind has yet to double: {off23} after {off22}.
    accept | Half of the ministers came: {po9} of freight was handled.
    warn | Tea exports are all but equal, and the goal of {farg} is all but reached: {far}.
    """)
