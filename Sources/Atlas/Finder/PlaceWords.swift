/// Words by which a reader knows what a name is: the grammar of place names in the languages that packs are written
/// in. English most, with what goes before towns in Russian, German, French, Spanish, Portuguese, Italian, Kazakh and
/// Uzbek. No names of places stand here; those are the gazetteer's.

/// Before a town where something is or goes: "in Astana".
let locatives = set(
  """
  in at near from to via through between towards toward around outside inside within across beyond into reach reached
  reaches reaching left leave leaves leaving visit visits visited visiting entered enter pass passes passed passing
  в во из под около возле близ до от через у между к
  aus bei nach von über um zwischen
  à vers entre près dans depuis
  en desde hacia hasta cerca
  em até desde perto
  """)

/// Weaker: what follows is often a town, often not.
let links = set(
  "of for with and by against on и с со de d do da du del di della des la l el le los las für mit und et e y")

/// Small words inside names: "Stoke-on-Trent", "Rio de Janeiro", "Frankfurt am Main".
let innerWords = set(
  """
  on upon under of the and by in de del della delle dei di da do dos das du des d la le les los las el al as y e i
  es ez er ed et ben bel bou ou ter ten am an der den bei ob im à au aux sur sous lès en na nad pod на над под за
  """)

/// "the city of Taraz", "Taraz city".
let townWords = set(
  """
  city cities town towns ports villages village capital port harbour harbor municipality settlement metropolis suburb seaport hometown township
  город города городе городу городом г столица столице столицы село селе поселок посёлок порт
  қаласы қаласында қаласының қаласына қаласынан қала ауылы shahri shahrida shahridan shahriga shahrining shahar
  stadt hauptstadt ville capitale ciudad cidade città
  """)

/// "Turkistan region", "the oblast of …": the region is meant and not its town.
let regionWords = set(
  """
  region regions oblast oblasts province provinces state states prefecture prefectures governorate governorates krai
  voivodeship canton cantons territory emirate republic viloyat department
  область области областью областей областях край края крае губерния губернии республика республики республике
  облысы облысында облысының облысына облысынан viloyati viloyatida viloyatining viloyatiga viloyatidan
  """)

/// Smaller than a region: a county or district is neither the town nor a region of the gazetteer.
let districtWords = set(
  """
  county counties district districts raion rayon parish borough constituency ward
  район района районе районы ауданы ауданында tumani tumanida
  """)

/// What is no town though it bears a town's name: rivers, mountains, streets.
let featureWords = set(
  """
  river rivers lake lakes sea seas ocean mountain mountains mount mt hill hills valley desert steppe island islands
  gap corridor ridge reservoir oasis fjord lagoon archipelago atoll reef oilfield isle bay gulf strait straits sound canal channel peninsula cape basin delta glacier pass plateau falls volcano
  street avenue road lane square boulevard highway motorway bridge tunnel gate creek forest plain
  река реки реке озеро море горы улица проспект площадь
  """)

/// Before a name that belongs to nature: "Lake Victoria", "the Gulf of Aqaba".
let featuresBefore = featureWords.subtracting(set("street avenue road lane square bridge tunnel gate"))

/// A house that stands in the town whose name it bears: "Samarkand State University".
let houseWords = set(
  """
  university universities college academy institute school airport station museum gallery hospital clinic cathedral
  church mosque synagogue temple monastery castle palace fortress theatre theater opera library observatory zoo stadium
  arena market bazaar refinery shipyard docks harbour harbor port plant factory mill works mine prison barracks base
  laboratory laboratories hotel dam embassy consulate fair festival exhibition expo marathon hall court
  университет университета университете аэропорт вокзал музей театр завод
  """)

/// A person stands behind these: "President Lincoln".
let titles = set(
  """
  mr mrs ms miss dr prof professor president vice minister chancellor premier king queen prince princess
  emperor empress tsar sultan khan emir sheikh shah pope cardinal archbishop bishop father sister brother saint sir lord lady dame
  count countess baron baroness duke duchess earl senator congressman congresswoman governor mayor judge justice
  general colonel major captain lieutenant sergeant admiral commander marshal ambassador secretary deputy director
  chairman chairwoman professor doctor poet writer novelist singer actor actress painter composer coach inspector
  herr frau monsieur madame señor señora don doña
  президент министр премьер господин госпожа доктор профессор академик генерал король царь поэт писатель
  """)

/// "The Duke of Wellington" is a person and no town; "the mayor of London" names London.
let nobility = set(
  "duke duchess earl count countess prince princess marquess marquis baron baroness viscount lord lady")

/// "Treaty of Rome": an agreement, not the town.
let agreements = set(
  """
  peace treaty treaties agreement agreements protocol convention conventions declaration declarations accord accords pact
  charter process consensus communiqué statement principles doctrine memorandum statute union battle siege договор
  соглашение протокол битва
  """)

/// Before a name, alone or with "of", what bears it is a firm or a club: "Bank of Baroda", "Air Astana".
let firms = set(
  "bank banco banque company corporation group air radio hotel fc ac sc club inter real dinamo dynamo spartak sporting camp"
)

/// What stands before the name of a ship: "the frigate Lisboa".
let ships = set(
  "ship vessel frigate cruiser destroyer battleship corvette submarine steamer liner tanker icebreaker yacht")
/// The same in capitals: "HMS Sheffield", "MV Bukoba".
let shipPrefixes = set(
  "hms hmas hmcs hmnzs uss usns rms ss ms mv mt ins pns bns jds roks rss kri bap ara arc hnoms hdms hswms fgs"
)

/// Names of continents are alternative names of some towns, and never meant so.
let continents = set(
  "africa asia europe america eurasia oceania antarctica африка азия европа америка евразия")

/// Before a town's name inside a longer capital run, without making it another name: "Old Tashkent".
let modifiers = set(
  """
  north south east west northern southern eastern western central northeast northwest southeast southwest
  northeastern northwestern southeastern southwestern greater inner outer downtown old new upper lower ancient medieval
  modern soviet imperial colonial ottoman roman occupied historic nearby beautiful rural urban metropolitan mid the a an
  """)

/// Short words that begin sentences and also happen to be names somewhere.
let neverNames = set(
  """
  the a an in on at of to by for from with as if it is was are be we he she they i you his her its our their my your this that these
  those there here and or but so not no yes when while where who what which why how all any some many most more other
  both each every only also then than thus hence since after before during until once one two three first second new
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
  mr mrs ms dr prof sir am pm bc ad do does did has have had will would can could may might must shall should
  и в на с по к о у за из от до но не что как так это его её их мы вы он она они для при во со
  """)

/// Days and months and seasons, which have capitals inside sentences, too.
let calendar = set(
  """
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter am pm bc ad
  """)

/// Months that are towns too ("March", "August") need the country beside them.
let months = set("march may august april june january july october")

let abbreviations = set("mr mrs ms dr prof st ste mt ft gen col sen gov rev capt lt vs no fig г гг ул обл")

private func set(_ words: String) -> Set<String> {
  Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
}
