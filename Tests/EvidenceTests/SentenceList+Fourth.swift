/// As `laterSentences`: parts told by verbs of irregular form, and what another subject has.
let fourthReading = #"""
  warn | 31 | planes | "Planes flown" | The line flew 12 of its 31 planes.
  accept | 12 | planes | "Planes flown" | The line flew 12 of its 31 planes.
  accept | 31 | planes | "Planes" | The line flew 12 of its 31 planes.
  warn | 90 | houses | "Houses sold" | They sold 40 of the 90 houses.
  accept | 40 | houses | "Houses sold" | They sold 40 of the 90 houses.
  warn | 90 | houses | "Houses bought" | They bought 40 of the 90 houses.
  accept | 40 | houses | "Houses bought" | They bought 40 of the 90 houses.
  warn | 70 | books | "Books lent" | The library lent 22 of its 70 books.
  accept | 22 | books | "Books lent" | The library lent 22 of its 70 books.
  warn | 60 | schools | "Schools built" | They built 15 of the 60 schools.
  accept | 15 | schools | "Schools built" | They built 15 of the 60 schools.
  warn | 24 | boats | "Boats sunk" | The storm sank six of the 24 boats.
  accept | 6 | boats | "Boats sunk" | The storm sank six of the 24 boats.
  warn | 500 | letters | "Letters sent" | We sent 320 of the 500 letters.
  warn | 300 | cows | "Cows lost" | They lost 80 of their 300 cows.
  accept | 80 | cows | "Cows lost" | They lost 80 of their 300 cows.
  warn | 12 | seats | "Seats won" | The party won five of the 12 seats.
  accept | 5 | seats | "Seats won" | The party won five of the 12 seats.
  warn | 40 | teachers | "Teachers taught" | We taught 18 of the 40 teachers.
  warn | 45 | bridges | "Bridges made safe" | They made safe 20 of the 45 bridges.
  warn | 80 | fields | "Fields sown" | They sowed 30 of the 80 fields.
  warn | 80 | horses | "Horses ridden" | They rode 30 of the 80 horses.
  warn | 80 | cables | "Cables laid" | They laid 30 of the 80 cables.
  accept | 30 | cables | "Cables laid" | They laid 30 of the 80 cables.
  accept | 80 | cables | "Cables" | They laid 30 of the 80 cables.
  accept | 5300000 | people | "People in Slovakia" | Iceland has 370,000, we have 5.3 million.
  accept | 5300000 | people | "Population" | Iceland has 370,000, we have 5.3 million.
  accept | 5300000 | people | "Population" | Iceland has 370,000 people; we have 5.3 million.
  accept | 30 | hospitals | "Hospitals" | Estonia has 12 hospitals, we have 30.
  accept | 5300000 | people | "Population" | While Iceland has 370,000 people, we have 5.3 million.
  accept | 370000 | people | "People in Iceland" | Iceland has 370,000, we have 5.3 million.
  """#
