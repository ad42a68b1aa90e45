/// As `fourthReading`: parts with their noun between, what is taken back afterwards, and what happened otherwise.
let fifthReading = #"""
  accept | 75 | % | "Farms with broadband" | Three farms in four have broadband.
  accept | 90 | % | "Farms with internet" | Nine farms in ten have internet by now.
  refuse | 60 | % | "Farms with broadband" | Three farms in four have broadband.
  accept | 3 | schools | "Schools built" | We built three schools in four towns.
  accept | 3 | ships | "Ships built" | They built three ships in four years.
  warn | 5000 | homes | "Empty homes" | The opposition says that 5,000 homes stand empty; in truth there are 3,000.
  accept | 3000 | homes | "Empty homes" | The opposition says that 5,000 homes stand empty; in truth there are 3,000.
  warn | 120000 | nurses | "Nurses" | Some people say we have 120,000 nurses. I doubt it.
  accept | 120000 | nurses | "Nurses" | We have 120,000 nurses. I do not doubt it.
  accept | 120000 | nurses | "Nurses" | We have 120,000 nurses. Nobody doubts it.
  warn | 41 | soldiers | "Soldiers killed" | 41 soldiers were wounded.
  accept | 41 | soldiers | "Soldiers killed" | 41 soldiers were killed.
  accept | 41 | soldiers | "Soldiers wounded" | 41 soldiers were wounded.
  accept | 9 | soldiers | "Soldiers killed" | 41 soldiers were wounded, and nine were killed.
  warn | 28000 | homes | "Homes completed" | Permits were granted for 28,000 homes.
  accept | 28000 | homes | "Homes completed" | 28,000 homes were completed.
  accept | 28000 | homes | "Permits for homes" | Permits were granted for 28,000 homes.
  warn | 61 | % | "Home ownership" | 61% of homes were let.
  accept | 61 | % | "Home ownership" | 61% of homes were owned by those who live there.
  accept | 39 | % | "Homes let" | 39% of homes were let.
  warn | 12 | plants | "Coal plants closed" | 12 coal plants were still running.
  accept | 12 | plants | "Coal plants closed" | 12 coal plants were closed.
  accept | 12 | plants | "Coal plants running" | 12 coal plants were still running.
  """#
