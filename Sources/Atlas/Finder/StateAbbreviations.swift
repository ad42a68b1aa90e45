// States behind their towns, as the press shortens them: "LONDON, Ky.", "Durham, N.C.", "Paris, TX".

/// By what stands before the full stop, in small letters, the key of the state. "N.C." is two words.
let statesByAbbreviation = keys(
  """
  ala alabama ariz arizona ark arkansas calif california cal california colo colorado conn connecticut del delaware
  fla florida ga georgia ill illinois ind indiana kan kansas kans kansas ky kentucky la louisiana md maryland
  mass massachusetts mich michigan minn minnesota miss mississippi mo missouri mont montana neb nebraska nebr nebraska
  nev nevada nh newhampshire nj newjersey nm newmexico ny newyork nc northcarolina nd northdakota okla oklahoma
  ore oregon pa pennsylvania penn pennsylvania ri rhodeisland sc southcarolina sd southdakota tenn tennessee tex texas
  vt vermont va virginia wash washington wva westvirginia wis wisconsin wisc wisconsin wyo wyoming
  ont ontario que quebec alta alberta sask saskatchewan man manitoba bc britishcolumbia nb newbrunswick ns novascotia
  nsw newsouthwales vic victoria qld queensland tas tasmania
  """)

/// Postal codes, in two or three capitals without a full stop.
let statesByCode = keys(
  """
  al alabama ak alaska az arizona ar arkansas ca california co colorado ct connecticut de delaware fl florida ga georgia
  hi hawaii id idaho il illinois in indiana ia iowa ks kansas ky kentucky la louisiana me maine md maryland
  ma massachusetts mi michigan mn minnesota ms mississippi mo missouri mt montana ne nebraska nv nevada nh newhampshire
  nj newjersey nm newmexico ny newyork nc northcarolina nd northdakota oh ohio ok oklahoma or oregon pa pennsylvania
  ri rhodeisland sc southcarolina sd southdakota tn tennessee tx texas ut utah vt vermont va virginia wa washington
  wv westvirginia wi wisconsin wy wyoming
  on ontario qc quebec ab alberta sk saskatchewan mb manitoba bc britishcolumbia nb newbrunswick ns novascotia
  nsw newsouthwales vic victoria qld queensland tas tasmania
  """)

/// The countries whose states these are.
let abbreviatedCountries: Set<String> = ["US", "CA", "AU"]

private func keys(_ words: String) -> [String: String] {
  let list = words.split(whereSeparator: \.isWhitespace).map(String.init)
  return Dictionary(
    stride(from: 0, to: list.count, by: 2).map { (list[$0], list[$0 + 1]) },
    uniquingKeysWith: { first, _ in first })
}
