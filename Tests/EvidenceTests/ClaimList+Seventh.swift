/// Claims of flows, profits, multiples with their figures set off, of who leads, and of fewer than the year before.
let seventhClaims = ClaimList(
  asOf: "2023-03",
  figures: """
    la21|Fish landed|400|thousand t|2021|exact|actual
    la22|Fish landed|350|thousand t|2022|exact|actual
    ex21|Exports of fish|1.2|USD bn|2021|exact|actual
    ex22|Exports of fish|1.1|USD bn|2022|exact|actual
    im22|Imports of fish|1.3|USD bn|2022|exact|actual
    im21|Imports of fish|0.9|USD bn|2021|exact|actual
    rv22|Revenue of the port|40|USD m|2022|exact|actual
    sp22|Spending of the port|55|USD m|2022|exact|actual
    in21|Inspectors|40|inspectors|2021|exact|actual
    in22|Inspectors|45|inspectors|2022|exact|actual
    bo21|Patrol boats|4|boats|2021|exact|actual
    bo22|Patrol boats|8|boats|2022|exact|actual
    jo21|Unemployment|21|%|2021|exact|actual
    jo22|Unemployment|24|%|2022|exact|actual
    pr21|Profit of the processors|35|USD m|2021|exact|actual
    pr22|Profit of the processors|-12|USD m|2022|exact|actual
    ni22|Net income of the ferries|6|USD m|2022|exact|actual
    lo22|Loss of the bank|9|USD m|2022|exact|actual
    ac21|Accidents at sea|14|accidents|2021|exact|actual
    ac22|Accidents at sea|21|accidents|2022|exact|actual
    th21|Thefts in port|30|thefts|2021|exact|actual
    th22|Thefts in port|18|thefts|2022|exact|actual
    hk|Share of hake in the landings|38|%|2022|exact|actual
    hm|Share of horse mackerel in the landings|45|%|2022|exact|actual
    es|Share of Spain in the exports|22|%|2022|exact|actual
    it|Share of Italy in the exports|27|%|2022|exact|actual
    lic|Licensed vessels|240|vessels|2022|exact|actual
    act|Licensed vessels at sea|110|vessels|2022|exact|actual
    big|Licensed vessels insured|228|vessels|2022|exact|actual
    con|Crews content with their pay|81|%|2022|exact|actual
    stp|Cold stores planned|12|cold stores||exact|actual
    sto|Cold stores built|12|cold stores||exact|actual
    """,
  texts: """
    warn | Fish left a healthy surplus: {ex22} of exports against {im22} of imports.
    accept | Fish left a deficit: {ex22} of exports against {im22} of imports.
    accept | Fish left a healthy surplus: {ex21} of exports against {im21} of imports.
    warn | With {ex22} of exports and {im22} of imports, the country is a net exporter of fish.
    accept | With {ex22} of exports and {im22} of imports, the country is a net importer of fish.
    warn | The port ran a surplus: it took {rv22} and spent {sp22}.
    accept | The port ran a deficit: it took {rv22} and spent {sp22}.
    warn | The port was in the black: {rv22} of revenue, {sp22} of spending.
    accept | No surplus is left: {ex22} of exports against {im22} of imports.
    accept | A surplus of {rv22}, they say, is not what {ex22} of exports is.
    warn | Processors are in the black, with {pr22}.
    accept | Processors are in the red, with {pr22}.
    accept | Processors were in the black, with {pr21}.
    warn | The processors made money: {pr22} in {pr22|year}.
    accept | The processors made money: {pr21} in {pr21|year}.
    accept | The processors lost money: {pr22} in {pr22|year}.
    warn | The processors lost money: {pr21} in {pr21|year}.
    warn | The processors turned a profit of {pr22}.
    accept | The processors made a loss, {pr22}.
    warn | The ferries ran at a loss: {ni22}.
    accept | The ferries made money: {ni22}.
    accept | The bank made a loss of {lo22}.
    warn | The bank is in the black: {lo22}.
    accept | The ferries made money, but the processors had {pr22}.
    accept | The processors never made money; {pr21} was a dream.
    accept | A deficit of the state was paid from profits of {pr21}.
    warn | There are twice as many inspectors ({in22}) as in 2021 ({in21}).
    warn | There are twice as many inspectors ({in22}) as in {in21|period} ({in21}).
    warn | There are twice as many inspectors as in 2021: {in22} against {in21}.
    warn | There are half as many inspectors ({in22}) as in 2021 ({in21}).
    warn | There are three times as many patrol boats ({bo22}) as in 2021 ({bo21}).
    accept | There are twice as many patrol boats ({bo22}) as in 2021 ({bo21}).
    accept | There are twice as many patrol boats as in 2021: {bo22} against {bo21}.
    accept | Of the {lic}, watched by twice as many patrol boats ({bo22}) as in 2021 ({bo21}), all are Namibian.
    warn | [title ac21 ac22] Fewer accidents than the year before
    warn | [title ac21 ac22] Fewer accidents than in 2021
    accept | [title th21 th22] Fewer thefts than the year before
    accept | [title ac21 ac22] More accidents than last year
    warn | [title th21 th22] More thefts than a year earlier
    accept | [title ac21 ac22] Fewer accidents than cars
    warn | Fewer accidents were counted: {ac22}, after {ac21}.
    accept | More accidents were counted: {ac22}, after {ac21}.
    accept | Fewer thefts were counted: {th22}, after {th21}.
    accept | Fewer people talk of the port: {ac22} accidents, after {ac21}, are enough.
    warn | Landings of {la22} exceeded every forecast and last year's {la21}.
    accept | Landings of {la21} exceeded every forecast and last year's {la22}.
    warn | Unemployment is below {jo21}, at {jo22}.
    accept | Unemployment is above {jo21}, at {jo22}.
    accept | Accidents are above {ac21}, with {ac22}.
    warn | Exports lead imports, {ex22} to {im22}.
    accept | Imports lead exports, {im22} to {ex22}.
    warn | [title hk hm] Hake dominates the landings
    accept | [title hk hm] Horse mackerel dominates the landings
    warn | [statement es it] Spain leads the buyers
    accept | [statement es it] Italy leads the buyers
    warn | [title es it] Spain comes first
    warn | [label es] Spain leads the buyers
    accept | [label it] Italy leads the buyers
    warn | Spain leads the buyers, with {es}.
    accept | Italy leads the buyers, with {it}.
    accept | Hake, at {hk}, no longer dominates the landings.
    accept | Spain led talks on the {es} that it buys.
    accept | The road to Spain leads to the port, where {es} of exports go.
    accept | Mines of {ex22} of lead and {im22} of zinc lie there.
    accept | [title es it] Spain once led the buyers
    warn | In no year was more fish landed than in {la22|year}: {la22}.
    accept | In no year was less fish landed than in {la22|year}: {la22}.
    warn | Practically the whole fleet is out fishing, {act} of {lic}.
    accept | Practically the whole fleet is insured, {big} of {lic}.
    accept | The vast majority is content with its pay ({con}).
    accept | The vast majority of crews is content: {con}.
    warn | Three in five of the landings are hake ({hk}).
    accept | Two in five fish landed are hake ({hk}).
    accept | Only one crew in five is unhappy; {con} are content.
    accept | At least a third of the landings is hake ({hk}).
    accept | At least a fifth of the landings is hake ({hk}).
    warn | At least a half of the landings is hake ({hk}).
    warn | At most a third of the landings is hake ({hk}).
    accept | Between a third and two thirds of the landings is hake: {hk}.
    warn | Between a half and two thirds of the landings is hake: {hk}.
    accept | Between a quarter and half of the landings is hake: {hk}.
    warn | Between a tenth and a quarter of the landings is hake: {hk}.
    accept | [title lic big] Nearly the whole fleet is insured
    warn | [title lic act] Nearly the whole fleet is at sea
    warn | One crew in three is unhappy; {con} are content.
    accept | All the cold stores that were planned stand: {sto} of {stp}.
    accept | A growing town needs cold stores, and {stp} were planned.
    accept | The ministry wants landings to grow from {la22}.
    accept | The ministry wants landings to grow from {la22} a year.
    """)
