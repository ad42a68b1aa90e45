/// Claims and harmless sentences of the kinds that a third reader found judged wrongly.
let thirdClaims = ClaimList(
  asOf: "2024-03",
  figures: """
    w19|Wool sold abroad|40|EUR m|2019|exact|actual
    w20|Wool sold abroad|32|EUR m|2020|exact|actual
    w22|Wool sold abroad|44|EUR m|2022|exact|actual
    w23|Wool sold abroad|41|EUR m|2023|exact|actual
    s15|Sheep in the north|120|sheep|2015|exact|actual
    s21|Sheep in the north|610|sheep|2021|exact|actual
    s23|Sheep in the north|1250|sheep|2023|exact|actual
    g23|Goats in the north|1300|goats|2023|exact|actual
    sgoal|Target for sheep in the north|3000|sheep|2030|exact|target
    q19|Patients waiting|180|patients|2019|exact|actual
    q23|Patients waiting|245|patients|2023|exact|actual
    qmax|Limit for patients waiting|200|patients|2023|at-most|target
    b22|Budget balance|-3|EUR m|2022|exact|actual
    b23|Budget balance|-4|EUR m|2023|exact|actual
    d21|Debt to GDP|55|%|2021|exact|actual
    d23|Debt to GDP|49|%|2023|exact|actual
    gr|Growth of GDP|-0.6|%|2023|exact|actual
    i22|Inflation|9.4|%|2022|exact|actual
    i23|Inflation|6.1|%|2023|exact|actual
    track|Length of the line|1100|km|2023|exact|actual
    wired|Line electrified|640|km|2023|exact|actual
    piped|Villages with piped water|820|villages|2023|exact|actual
    all|Villages|850|villages|2023|exact|actual
    r18|Freight by rail|30|thousand t|2018|exact|actual
    r23|Freight by rail|36|thousand t|2023|exact|actual
    o18|Freight by road|42|thousand t|2018|exact|actual
    o23|Freight by road|35|thousand t|2023|exact|actual
    t24|Tourists|6.5|million tourists|2024|exact|target
    """,
  texts: """
    warn | Wool halved in the pandemic, from {w19} to {w20}.
    warn | Wool rose in Asia, from {w19} to {w20}.
    warn | Wool sold abroad rose in the pandemic to {w20}.
    accept | Wool fell in the pandemic and after it, from {w19} to {w20}.
    warn | Sheep, with {s23}, have overtaken goats, with {g23}.
    accept | Goats, with {g23}, are still ahead of sheep, with {s23}.
    warn | There are more sheep than goats: {s23} against {g23}.
    accept | There are fewer sheep than goats: {s23} against {g23}.
    warn | Sheep outnumber goats: {s23} and {g23}.
    warn | There are five times as many sheep as goats: {s23} and {g23}.
    warn | Rail carries twice as much as road: {r23} and {o23}.
    accept | The number of patients waiting rose by a third, from {q19} to {q23}.
    warn | The number of patients waiting rose by a tenth, from {q19} to {q23}.
    accept | Rail carries more than road: {r23} against {o23}.
    warn | Nearly all of the line is electrified: {wired} of {track}.
    accept | More than half of the line is electrified: {wired} of {track}.
    accept | Close to half of the line is still without wires: {wired} of {track} have them.
    warn | Every village has piped water: {piped} of {all}.
    accept | Nearly every village has piped water: {piped} of {all}.
    warn | The entire line is electrified: {wired} of {track}.
    warn | Fewer wait than before: {q23} against {q19}.
    accept | More wait than before: {q23} against {q19}.
    warn | The queue is shorter than in {q19|period}: {q23} against {q19}.
    accept | The queue is longer than in {q19|period}: {q23} against {q19}.
    warn | Sheep grew twentyfold, from {s15} to {s23}.
    accept | Sheep grew by a factor of ten, from {s15} to {s23}.
    warn | Sheep grew 20-fold, from {s15} to {s23}.
    accept | Sheep have grown tenfold since {s15|period}, to {s23}.
    warn | Debt fell by nine points, from {d21} to {d23}.
    accept | Debt came down by six percentage points, from {d21} to {d23}.
    warn | With {s23}, the north is more than halfway to its target of {sgoal}.
    accept | With {s23}, the north is less than halfway to its target of {sgoal}.
    warn | Half of the target of {sgoal} is met: {s23}.
    warn | The budget was in surplus, {b23}, for once.
    warn | The budget has been in surplus since {b22|period}.
    accept | The budget was in deficit, {b23}, once more.
    accept | A surplus was hoped for, and it was {b23}.
    warn | The economy grew in {gr|period}: {gr}.
    accept | Raising taxes is hard while growth is {gr}.
    accept | The growth rate was {gr} in {gr|period}.
    accept | Inflation eased by about a third, from {i22} to {i23}.
    warn | Inflation eased by about a half, from {i22} to {i23}.
    accept | Debt now stands below half of GDP, at {d23}.
    warn | Debt exceeds half of GDP, at {d23}.
    warn | The queue was within its limit of {qmax}: it stood at {q23}.
    warn | The queue kept within the limit of {qmax}: it stood at {q23}.
    accept | The queue exceeded the limit of {qmax}: it stood at {q23}.
    warn | {t24} came in {t24|period}.
    warn | Rail and road have both gained: {r23} and {o23}.
    accept | Both were counted: {r23} and {o23}.
    warn | The queue has shortened, from {q19} to {q23}.
    accept | The queue has lengthened, from {q19} to {q23}.
    warn | Inflation has got worse, from {i22} to {i23}.
    warn | Wool has barely changed, from {w19} to {w20}.
    warn | With {w23}, {w23|period} was the best year for wool.
    accept | The elders halved the loaf and shared it; {piped} have piped water.
    accept | Tripling the guard did nothing for the {w23} of wool.
    accept | Wool has almost recovered: {w23}, against {w22} the year before.
    accept | Wool rose the following year, to {w22}.
    """)
