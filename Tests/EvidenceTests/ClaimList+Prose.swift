/// Of prose that claims little.
let proseClaims = ClaimList(
  asOf: "2022-02",
  figures: """
    s10|Students from abroad|12000|students|2010|exact|actual
    s20|Students from abroad|30000|students|2020|exact|actual
    s21|Students from abroad|24000|students|2021|exact|actual
    sg|Students from abroad|35000|students|2025|exact|target
    air20|Air passengers|2|million passengers|2020|about|actual
    air21|Air passengers|3|million passengers|2021|about|actual
    cu|Copper output|700|thousand t|2021|exact|actual
    cz|Zinc output|300|thousand t|2021|exact|actual
    pov20|Poverty rate|14|%|2020|exact|actual
    pov21|Poverty rate|11|%|2021|exact|actual
    exp21|Exports|60|USD bn|2021|exact|actual
    imp21|Imports|40|USD bn|2021|exact|actual
    exp20|Exports|47|USD bn|2020|exact|actual
    rem|Remittances to the country|-1.2|USD bn|2021|exact|actual
    """,
  texts: """
    accept | With {s21} students the ministry lost nothing of its appeal, and gained a good name.
    accept | The airport added a terminal, and {air21} flew.
    accept | The ministry lost a third party to the talks; {s21} came.
    accept | Every year on 1 May {s21} write an exam.
    accept | Students lost a year; they are {s21} now.
    accept | He gave up half his salary for the {s21}.
    accept | A third of the students, who number {s21}, study law.
    accept | The debt to history is paid: {s21} study here.
    accept | Half of the {s21} study law and half medicine.
    accept | The deficit of trust is large, and exports rose to {exp21}.
    accept | Despite the trade gap exports rose to {exp21}.
    warn | Despite the trade gap exports fell to {exp21}.
    accept | As the deficit widened, exports of {exp21} did not help.
    accept | Twice a year {s21} go home.
    accept | Exports of {exp21} are half as large again as imports of {imp21}.
    accept | Exports of {exp21} are one and a half times imports of {imp21}.
    warn | Exports of {exp21} are two and a half times imports of {imp21}.
    accept | Copper output of {cu} and zinc output of {cz} rivalled for trucks.
    warn | Zinc output of {cz} rivalled copper output of {cu}.
    accept | Students fell from {s20} to {s21}, but are twice as many as in 2010.
    accept | At {s21}, students are twice as many as in 2010.
    warn | At {s21}, students are three times as many as in 2010.
    warn | Students doubled between {s20|year} and {s21|year}.
    accept | Students doubled between {s10|year} and {s21|year}: {s21}.
    warn | Students from abroad have increased steadily since 2010, to {s21}.
    warn | Students from abroad added a fifth, to {s21}.
    accept | Students from abroad lost a fifth, to {s21}.
    accept | Air passengers added half, to {air21}.
    warn | Air passengers added a tenth, to {air21}.
    accept | Poverty fell by 3 percentage points, to {pov21}.
    warn | Poverty deepened to {pov21}.
    warn | Poverty worsened to {pov21}.
    accept | The poverty rate improved from {pov20} to {pov21}.
    accept | Air travel took off: {air21} flew.
    warn | Air travel collapsed: air passengers came to {air21}.
    accept | Two planes took off with {s21} on board.
    accept | Students are a fraction of the {air21} who fly.
    accept | The goal of {sg} is far off.
    warn | The goal of {sg} has been reached with {s21}.
    accept | The goal of {sg} has not been reached.
    accept | Poverty bottomed out at {pov21}.
    accept | The lion's share of the {exp21} is copper.
    accept | The number of students peaked at {s20}.
    warn | The number of students peaked at {s10}.
    warn | Exports of {exp21} are nowhere near imports of {imp21}.
    accept | A gap of {exp21|gap to imp21} imports separates the two.
    accept | Copper is king: {cu}, more than twice the {cz} of zinc.
    warn | Copper is king: {cu}, more than three times the {cz} of zinc.
    accept | Zinc comes to {cz}, less than half the output of copper, {cu}.
    warn | Zinc comes to {cz}, more than half the output of copper, {cu}.
    accept | Poverty, never a record before, is {pov21}.
    accept | Loss of life was avoided; {air21} flew.
    accept | The queue grew, and {air21} flew.
    accept | They matched {exp21} of exports with a song.
    accept | No other sector comes near: {cu}.
    """)
