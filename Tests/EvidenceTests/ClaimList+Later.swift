/// Written after those rules, as are `latestClaims` after a second round.
let laterClaims = ClaimList(
  asOf: "2020-03",
  figures: """
    r14|Rice harvest|10|m t|2014|exact|actual
    r15|Rice harvest|12|m t|2015|exact|actual
    r16|Rice harvest|13|m t|2016|exact|actual
    r17|Rice harvest|12.5|m t|2017|exact|actual
    r18|Rice harvest|14|m t|2018|exact|actual
    r19|Rice harvest|15|m t|2019|exact|actual
    rgoal|Target for the rice harvest|16|m t|2019|exact|target
    tour15|Tourists in Georgia|6|million tourists|2015|about|actual
    tour19|Tourists in Georgia|9|million tourists|2019|about|actual
    tourgoal|Tourists in Georgia|8|million tourists|2019|exact|target
    u17|Unemployment rate|12|%|2017|exact|actual
    u18|Unemployment rate|11|%|2018|exact|actual
    u19|Unemployment rate|9|%|2019|exact|actual
    fdi17|Foreign investment|400|USD m|2017|exact|actual
    fdi18|Foreign investment|520|USD m|2018|exact|actual
    fdi19|Foreign investment|260|USD m|2019|exact|actual
    ger|Loans from Germany|260|EUR m|2019|exact|actual
    fra|Loans from France|85|EUR m|2019|exact|actual
    ita|Loans from Italy|82|EUR m|2019|exact|actual
    mal|Loans from Malta|5|EUR m|2019|exact|actual
    ca17|Current account|-3|USD bn|2017|exact|actual
    ca18|Current account|-5|USD bn|2018|exact|actual
    ca19|Current account|-4|USD bn|2019|exact|actual
    bd18|Budget deficit|-2.1|% of GDP|2018|exact|actual
    bd19|Budget deficit|-3.4|% of GDP|2019|exact|actual
    loss18|Loss of the airline|40|EUR m|2018|exact|actual
    loss19|Loss of the airline|25|EUR m|2019|exact|actual
    wind|Share of wind in the mix|3|%|2019|exact|actual
    coal|Share of coal in the mix|81|%|2019|exact|actual
    gas|Share of gas in the mix|16|%|2019|exact|actual
    gr|Growth of remittances|-20|%|2019|exact|actual
    gt|Growth of tolls|50|%|2019|exact|actual
    p19|Pupils taught in Uzbek|4000|pupils|2019|exact|actual
    p18|Pupils taught in Uzbek|4040|pupils|2018|exact|actual
    """,
  texts: """
    accept | Georgia hit its target of {tourgoal}: {tour19} came.
    warn | Georgia missed its target of {tourgoal}: {tour19} came.
    warn | Farmers reached the target of {rgoal}.
    accept | Farmers narrowly missed the target of {rgoal}.
    warn | The target of {rgoal} was surpassed in a good season.
    accept | The target of {tourgoal} was surpassed.
    warn | The target of {rgoal} was met, while loans from Malta came to {mal}.
    accept | At {r19} the harvest stayed short of the target of {rgoal}.
    warn | At {tour19} arrivals stayed short of the target of {tourgoal}.
    accept | The harvest has put on a half since 2014 and is {r19} now.
    warn | The harvest put on a fifth between {r14} and {r19}.
    warn | Investment forfeited a tenth, from {fdi18} to {fdi19}.
    accept | Investment lost half, from {fdi18} to {fdi19}.
    accept | Investment gave up a half between {fdi18|period} and {fdi19|period}.
    warn | Investment gave up a third between {fdi18|period} and {fdi19|period}.
    accept | Tolls added a half ({gt}).
    warn | Tolls added a fifth ({gt}).
    accept | Remittances lost a fifth ({gr}).
    warn | Remittances shed two thirds ({gr}).
    accept | The airline lost half a dozen planes and {loss19}.
    accept | The port lost its licence and came to {fdi19} in loans.
    accept | Malta added a quarter of a million to its loans of {mal}.
    warn | The rice harvest has grown every single year, to {r19}.
    accept | Unemployment has fallen every year and stands at {u19}.
    warn | Unemployment has risen every year and stands at {u19}.
    accept | The rice harvest rose for the second consecutive year, to {r19}.
    warn | The rice harvest rose for the fourth consecutive year, to {r19}.
    warn | Foreign investment climbed two years in a row, to {fdi19}.
    accept | Foreign investment has not risen every year; it came to {fdi19}.
    warn | The rice harvest has steadily grown, from {r14} to {r19}.
    accept | Unemployment has steadily fallen, from {u17} to {u19}.
    warn | [title r14 r15 r16 r17 r18 r19] The harvest of rice grows year after year
    accept | [title r14 r15 r16] The harvest of rice grows year after year
    warn | [title ca17 ca18 ca19] The current account deficit widened every year
    accept | German loans of {ger} are three times as large as French ones of {fra}.
    warn | German loans of {ger} are twice as large as French ones of {fra}.
    warn | The harvest of {r19} is double what it was in 2014.
    accept | The harvest of {r19} is one and a half times what it was in 2014.
    warn | Investment of {fdi19} is a quarter of what it was in 2018.
    accept | Investment of {fdi19} is half of what it was in 2018.
    warn | France lent {fra}, nearly twice as much as Italy ({ita}).
    accept | Germany lent {ger}, more than three times as much as Italy ({ita}).
    warn | Germany lent {ger}, more than four times as much as Italy ({ita}).
    accept | Germany lent {ger}, fifty times as much as Malta with {mal}.
    warn | Germany's {ger} is ten times Malta's {mal}.
    accept | The ferry sails three times a week and carried {p19}.
    accept | They met twice in 2019, when Germany lent {ger}.
    warn | Malta's loans of {mal} rival those of Germany, {ger}.
    accept | Italy's loans of {ita} rival those of France, {fra}.
    warn | Loans from France of {fra} tower over those from Italy, {ita}.
    accept | Loans from Germany of {ger} tower over those from Malta, {mal}.
    warn | France with {fra} trails Italy with {ita}.
    accept | Italy with {ita} is just behind France with {fra}.
    warn | Italy with {ita} is a long way behind France with {fra}.
    warn | Italy with {ita} outstrips France with {fra}.
    accept | Italy with {ita} matches France with {fra}.
    warn | Malta with {mal} equals Italy with {ita}.
    accept | Malta's {mal} pale beside Germany's {ger}.
    warn | France's {fra} pale beside Italy's {ita}.
    accept | Coal provides the lion's share of power: {coal}.
    warn | Gas provides the lion's share of power: {gas}.
    warn | Wind provides the best part of power: {wind}.
    accept | Wind is a tiny sliver of the mix: {wind}.
    warn | Coal is a small fraction of the mix: {coal}.
    warn | A slim majority of power is from coal: {coal}.
    accept | Coal is overwhelmingly what they burn: {coal} is dug at home.
    warn | Investment took off, to {fdi19}.
    accept | Investment fell off a cliff, from {fdi18} to {fdi19}.
    warn | The rice harvest fell off a cliff, to {r19}.
    accept | Pupil numbers flattened out at {p19}.
    warn | Investment flattened out at {fdi19}.
    warn | Investment held its ground at {fdi19}.
    warn | Investment is at a fresh high of {fdi19}.
    accept | The harvest reached a new high of {r19}.
    warn | The harvest topped out at {r16}.
    accept | Unemployment hit a new low of {u19}.
    warn | Unemployment hit a new high of {u19}.
    accept | The current account deficit widened to {ca18}, then narrowed to {ca19}.
    warn | The current account deficit narrowed to {ca18}.
    accept | The budget deficit grew to {bd19}.
    warn | The budget deficit shrank to {bd19}.
    accept | The budget deficit went up from {bd18} to {bd19}.
    accept | The airline's loss narrowed to {loss19}.
    warn | The airline's loss deepened to {loss19}.
    accept | A record deficit of {bd19}.
    accept | The deficit of {ca18} was larger than the {ca17} of 2017.
    warn | The deficit of {ca17} was larger than the {ca18} of 2018.
    accept | Unemployment improved to {u19}.
    warn | Unemployment worsened to {u19}.
    accept | The current account improved to {ca19}.
    warn | The current account worsened to {ca19}.
    accept | The airline's loss improved to {loss19}.
    accept | The shortfall in the current account shrank by a fifth, from {ca18} to {ca19}.
    warn | The shortfall in the current account shrank by a half, from {ca18} to {ca19}.
    accept | Debts to Germany, {ger}, have been settled in part.
    accept | The gap between north and south closed while {p19} were taught.
    accept | Every year, {p19} are taught; growth is not the aim.
    accept | In every year of growth {r19} is a good harvest.
    """)

let latestClaims = ClaimList(
  asOf: "2022-02",
  figures: """
    m16|Milk collected|500|m litres|2016|exact|actual
    m18|Milk collected|540|m litres|2018|exact|actual
    m20|Milk collected|530|m litres|2020|exact|actual
    m21|Milk collected|610|m litres|2021|exact|actual
    mgoal|Goal for milk collected|600|m litres|2021|exact|target
    w20|Wait for a permit|60|days|2020|exact|actual
    w21|Wait for a permit|20|days|2021|exact|actual
    wgoal|Wait for a permit|30|days|2021|at-most|target
    road19|Deaths on the roads|900|deaths|2019|exact|actual
    road20|Deaths on the roads|880|deaths|2020|exact|actual
    road21|Deaths on the roads|700|deaths|2021|exact|actual
    inv|Investment in rail|1.2|GBP bn|2021|more-than|actual
    inr|Investment in roads|3.5|GBP bn|2021|about|actual
    h20|Holdings of gold|90|t|2020|exact|actual
    h21|Holdings of gold|91|t|2021|exact|actual
    net20|Net foreign assets|-12|USD bn|2020|exact|actual
    net21|Net foreign assets|-7|USD bn|2021|exact|actual
    tb20|Trade balance|-1.5|USD bn|2020|exact|actual
    tb21|Trade balance|0.4|USD bn|2021|exact|actual
    res20|Operating result|-30|EUR m|2020|exact|actual
    res21|Operating result|-12|EUR m|2021|exact|actual
    girls|Girls among the pupils|49|%|2021|exact|actual
    vac|Adults vaccinated|88|%|2021|exact|actual
    emi|Emissions on a year before|-5|%|2021|exact|actual
    n20|New firms|1000|firms|2020|exact|actual
    n21|New firms|1300|firms|2021|exact|actual
    sold|Tickets sold|90|tickets|2021|exact|actual
    made|Tickets printed|120|tickets|2021|exact|actual
    """,
  texts: """
    accept | The dairies met the goal of {mgoal} with {m21}.
    warn | The dairies failed to reach the goal of {mgoal}.
    accept | The goal of {wgoal} was met: permits took {w21}.
    warn | The goal of {wgoal} was missed: permits took {w21}.
    accept | Milk beat its goal of {mgoal}.
    accept | At {m21}, milk collected is ahead of the goal of {mgoal}.
    warn | At {m20}, milk had already passed the goal of {mgoal}.
    accept | If the goal of {mgoal} had been met, the dairies would have paid more.
    accept | Was the goal of {mgoal} reached?
    accept | Nobody thought that the goal of {mgoal} would be missed.
    warn | The wait lost a third, from {w20} to {w21}.
    accept | The wait lost two thirds, from {w20} to {w21}.
    accept | The dairies added ten lorries and collected {m21}.
    accept | The year lost nothing; {m21} were collected.
    warn | Milk has grown by half since 2016, to {m21}.
    accept | Milk has grown by a fifth since 2016, to {m21}.
    accept | Milk gained 15% on the year, to {m21}.
    warn | Milk gained 30% on the year, to {m21}.
    warn | Milk has risen without a break since 2016, to {m21}.
    accept | Deaths on the roads fell for the second year in a row, to {road21}.
    warn | Deaths on the roads rose for the second year in a row, to {road21}.
    accept | Every year the ministry counts {road21|number} deaths on the roads and more.
    accept | Milk rises in May every year; {m21} were collected.
    accept | [title road19 road20 road21] Ever fewer deaths: they fall every year
    warn | [title m16 m18 m20 m21] Milk collected has risen in each and every year
    accept | Roads got {inr}, about three times what rail got ({inv}).
    warn | Holdings of {h21} are twice as high as a year before, {h20}.
    accept | Permits took {w21}, a third of what they took in 2020.
    warn | Permits took {w21}, a tenth of what they took in 2020.
    warn | New firms, {n21}, are twice what they were in 2020.
    accept | There are {n21}, one and a third times as many as in 2020.
    accept | Twice as many firms would be needed as the {n21} of today.
    accept | The shop is open twice a week; {sold} were sold.
    accept | Half the tickets would do: {sold} were sold of {made}.
    warn | Half of the tickets were sold: {sold} of {made}.
    accept | Three quarters of the tickets were sold: {sold} of {made}.
    warn | Milk of {m20} dwarfs the {m16} of 2016.
    accept | Tickets printed, {made}, outnumber those sold, {sold}.
    warn | Tickets sold, {sold}, outnumber those printed, {made}.
    accept | Gold of {h21} is level with the {h20} of 2020.
    warn | Milk of {m21} is on a par with the {m16} of 2016.
    accept | Girls are on a par with boys: {girls}.
    accept | Girls are about half: {girls}.
    warn | Girls are a small minority: {girls}.
    accept | The great bulk of adults is vaccinated: {vac}.
    warn | Only a handful of adults are vaccinated: {vac}.
    warn | A mere sliver of adults is vaccinated: {vac}.
    warn | New firms ground to a halt, at {n21}.
    accept | New firms took off, to {n21}.
    warn | Deaths on the roads took off, to {road21}.
    accept | Gold flatlined at {h21}.
    warn | Milk flatlined at {m21}.
    warn | Milk nosedived to {m21}.
    accept | Milk hit an all-time high of {m21}.
    warn | Milk hit an all-time low of {m21}.
    warn | Deaths on the roads peaked at {road20}.
    accept | Deaths on the roads peaked at {road19}.
    accept | The loss narrowed from {res20} to {res21}.
    warn | The loss widened from {res20} to {res21}.
    accept | The operating result improved to {res21}.
    warn | The operating result worsened to {res21}.
    accept | The operating loss was cut to {res21}.
    warn | The operating loss ballooned to {res21}.
    accept | Net foreign debt shrank to {net21}.
    warn | Net foreign debt grew to {net21}.
    accept | Net foreign assets rose to {net21}.
    accept | The trade balance swung from a deficit of {tb20} to a surplus of {tb21}.
    accept | The trade deficit of {tb20} turned into a surplus of {tb21}.
    accept | The deficit shrank and became a surplus of {tb21}.
    accept | The loss more than halved, from {res20} to {res21}.
    warn | The loss doubled, from {res20} to {res21}.
    accept | Emissions fell by 5% ({emi}).
    warn | Emissions rose by 5% ({emi}).
    accept | Emissions improved ({emi}).
    accept | Road safety improved: deaths came to {road21}.
    accept | The wait for a permit improved to {w21}.
    accept | Deaths on the roads improved to {road21}.
    warn | Deaths on the roads worsened to {road21}.
    accept | The gap widened between the parties; {n21} were founded.
    accept | **A deficit that shrinks.** The result was {res21}, after {res20}.
    warn | **A deficit that grows.** The result was {res21}, after {res20}.
    accept | Losses are behind us: {tb21}.
    """)
