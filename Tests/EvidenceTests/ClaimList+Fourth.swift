/// Claims of the pace of growth, of ratios, over several clauses and of what is somebody's largest, with harmless ones.
let fourthClaims = ClaimList(
  asOf: "2024-03",
  figures: """
    g21|Growth of GDP|5|%|2021|exact|actual
    g22|Growth of GDP|3.2|%|2022|exact|actual
    g23|Growth of GDP|1.1|%|2023|exact|actual
    a21|Growth of exports|2|%|2021|exact|actual
    a22|Growth of exports|4|%|2022|exact|actual
    a23|Growth of exports|7|%|2023|exact|actual
    f21|Growth of fishing|-6|%|2021|exact|actual
    f22|Growth of fishing|-4|%|2022|exact|actual
    f23|Growth of fishing|-1.5|%|2023|exact|actual
    l20|Steel made|100|thousand t|2020|exact|actual
    l21|Steel made|120|thousand t|2021|exact|actual
    l22|Steel made|132|thousand t|2022|exact|actual
    l23|Steel made|136|thousand t|2023|exact|actual
    n23|Nurses|500|nurses|2023|exact|actual
    d23|Doctors|100|doctors|2023|exact|actual
    v23|People in the valley|20000|people|2023|exact|actual
    osk|Freight at Osk|30|thousand t|2023|exact|actual
    tarn|Freight at Tarn|20|thousand t|2023|exact|actual
    lund|Freight at Lund|10|thousand t|2023|exact|actual
    w22|Wool sold|32|EUR m|2022|exact|actual
    w23|Wool sold|44|EUR m|2023|exact|actual
    s22|Salt sold|30|EUR m|2022|exact|actual
    s23|Salt sold|21|EUR m|2023|exact|actual
    pop|People in our land|5300|thousand people|2023|exact|actual
    """,
  texts: """
    warn | Growth has slowed: {a21}, {a22}, {a23}.
    accept | Growth has slowed: {g21}, {g22}, {g23}.
    warn | Growth is accelerating: {g21}, {g22}, {g23}.
    accept | Growth is accelerating: {a21}, {a22}, {a23}.
    warn | Growth slowed to {a23} in {a23|period}.
    accept | Growth slowed to {g23} in {g23|period}.
    warn | Growth slowed from {a22} to {a23}.
    accept | Growth picked up speed, from {a22} to {a23}.
    warn | Growth picked up speed, from {g22} to {g23}.
    warn | Growth of GDP gathered pace: {g23} after {g22}.
    accept | Growth of exports gathered pace: {a23} after {a22}.
    warn | Growth of exports is losing steam: {a23} after {a22}.
    accept | Growth of GDP is losing steam: {g23} after {g22}.
    warn | The decline of fishing is speeding up: {f21}, {f22}, {f23}.
    accept | The decline of fishing has slowed: {f21}, {f22}, {f23}.
    warn | Growth of steel is accelerating: {l20}, {l21}, {l22}, {l23}.
    accept | Growth of steel is slowing down: {l20}, {l21}, {l22}, {l23}.
    accept | Growth has not slowed: {a21}, {a22}, {a23}.
    warn | Growth has not slowed: {g21}, {g22}, {g23}.
    accept | Growth may slow, after {a22} and {a23}.
    accept | The trains slowed down at the bridge, and exports grew by {a23}.
    accept | Ships slow down before Osk, which handled {osk}.
    accept | The slow train carries {osk}.
    accept | Growth slowed and came back: {g21}, {a22}.
    accept | There are five nurses to every doctor: {n23} and {d23}.
    warn | There are three nurses to every doctor: {n23} and {d23}.
    warn | With {n23} and {d23}, there are seven nurses for each doctor.
    accept | With {n23} and {d23}, there are five nurses for each doctor.
    warn | Nurses, {n23}, are more than doctors, {d23}: three for each.
    accept | Nurses, {n23}, are more than doctors, {d23}: five for each.
    accept | There is one doctor for every 200 people: {d23} and {v23}.
    warn | There is one doctor for every 900 people: {d23} and {v23}.
    accept | There are ten nurses for every two doctors: {n23} and {d23}.
    warn | There are eight nurses for every two doctors: {n23} and {d23}.
    accept | Five beds stand ready for each doctor, and there are {d23}.
    accept | Each of the {d23} has two rooms for every guest.
    accept | There should be three nurses to every doctor; there are {n23} and {d23}.
    accept | About five nurses work for every doctor: {n23} and {d23}.
    warn | About three nurses work for every doctor: {n23} and {d23}.
    warn | Tarn, our largest port, handled {tarn}.
    accept | Osk, our largest port, handled {osk}.
    warn | Our largest port, Lund, handled {lund}.
    accept | Our smallest port, Lund, handled {lund}.
    warn | The country's biggest port, Tarn, handled {tarn}.
    accept | Tarn, our largest port by area, handled {tarn}.
    accept | Tarn, one of our largest ports, handled {tarn}.
    accept | Tarn, our second largest port, handled {tarn}.
    accept | Tarn, our largest port until 2020, handled {tarn}.
    accept | Tarn, the largest town of the north, handled {tarn}.
    accept | Iceland has 370,000, we have {pop}.
    accept | Iceland has 370,000 people, and we, who are many more, have {pop}.
    warn | Wool rose, which nobody expected, and salt, after a good year, rose too: {w23} and {s23}.
    accept | Wool rose, which nobody expected, and salt, after a good year, fell: {w23} and {s23}.
    warn | Wool fell and salt rose: {w23} and {s23}.
    accept | Wool rose and salt fell: {w23} and {s23}.
    accept | Salt fell, they say, and wool, whatever came, rose: {w23} and {s23}.
    warn | Salt rose, they say, and wool, whatever came, rose: {w23} and {s23}.
    accept | Prices rose, and they have sold much: {w23} and {s23}.
    warn | Wool, after a dry summer, and in spite of the strike, fell to {w23}.
    accept | Wool, after a dry summer, and in spite of the strike, rose to {w23}.
    warn | Salt, though the roads were open, and although the price was low, rose to {s23}.
    accept | Salt, though the roads were open, and although the price was low, fell to {s23}.
    """)
