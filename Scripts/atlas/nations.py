"""What countries are called beside their names in CLDR, and the adjectives that speak of them. English."""

# Code: other names | adjectives and people.
TABLE = """
AD: | Andorran
AE: UAE, Emirates | Emirati
AF: | Afghan
AG: | Antiguan
AL: | Albanian
AM: | Armenian
AO: | Angolan
AR: Argentine Republic | Argentine, Argentinian, Argentinean
AT: | Austrian
AU: | Australian
AZ: | Azerbaijani, Azeri
BA: Bosnia, Bosnia and Herzegovina | Bosnian
BB: | Barbadian
BD: | Bangladeshi
BE: | Belgian
BF: Upper Volta | Burkinabe
BG: | Bulgarian
BH: | Bahraini
BI: | Burundian
BJ: Dahomey | Beninese
BN: Brunei Darussalam | Bruneian
BO: | Bolivian
BR: | Brazilian
BS: The Bahamas | Bahamian
BT: | Bhutanese
BW: | Botswanan
BY: Byelorussia, Belorussia | Belarusian, Belarussian
BZ: British Honduras | Belizean
CA: | Canadian
CD: Democratic Republic of the Congo, DR Congo, DRC, Zaire, Congo-Kinshasa | Zairean
CF: | Central African
CG: Republic of the Congo, Congo-Brazzaville, Congo | Congolese
CH: | Swiss
CI: Ivory Coast, Cote d'Ivoire | Ivorian
CL: | Chilean
CM: | Cameroonian
CN: People's Republic of China, PRC, Mainland China | Chinese
CO: | Colombian
CR: | Costa Rican
CU: | Cuban
CV: Cape Verde, Cabo Verde | Cape Verdean
CY: | Cypriot
CZ: Czech Republic, Czechia | Czech
DE: Federal Republic of Germany, West Germany, East Germany, GDR | German
DJ: | Djiboutian
DK: | Danish, Dane
DM: |
DO: | 
DZ: | Algerian
EC: | Ecuadorian, Ecuadorean
EE: | Estonian
EG: | Egyptian
ER: | Eritrean
ES: | Spanish, Spaniard
ET: Abyssinia | Ethiopian
FI: | Finnish, Finn
FJ: | Fijian
FR: French Republic | French, Frenchman
GA: | Gabonese
GB: UK, U.K., Britain, Great Britain, England, Scotland, Wales, Northern Ireland | British, English, Scottish, Welsh, Briton
GE: Republic of Georgia | Georgian
GH: Gold Coast | Ghanaian
GM: The Gambia, Gambia | Gambian
GN: | Guinean
GQ: |
GR: | Greek
GT: | Guatemalan
GW: |
GY: British Guiana | Guyanese
HK: Hong Kong |
HN: | Honduran
HR: | Croatian, Croat
HT: | Haitian
HU: | Hungarian
ID: Dutch East Indies | Indonesian
IE: Republic of Ireland, Eire | Irish
IL: | Israeli
IN: | Indian
IQ: | Iraqi
IR: Islamic Republic of Iran, Persia | Iranian, Persian
IS: | Icelandic
IT: | Italian
JM: | Jamaican
JO: | Jordanian
JP: | Japanese
KE: | Kenyan
KG: Kyrgyz Republic, Kirghizia, Kirgizia | Kyrgyz, Kyrgyzstani
KH: Kampuchea | Cambodian, Khmer
KP: North Korea, DPRK | North Korean
KR: South Korea, Republic of Korea, Korea | South Korean, Korean
KW: | Kuwaiti
KZ: Republic of Kazakhstan | Kazakh, Kazakhstani
LA: Laos, Lao PDR | Laotian
LB: | Lebanese
LI: |
LK: Ceylon | Sri Lankan, Sinhalese
LR: | Liberian
LS: Basutoland | Basotho
LT: | Lithuanian
LU: | Luxembourgish
LV: | Latvian
LY: | Libyan
MA: | Moroccan
MC: | Monegasque
MD: Republic of Moldova, Moldavia | Moldovan
ME: | Montenegrin
MG: Malagasy Republic | Malagasy
MK: Macedonia, North Macedonia, FYROM | Macedonian
ML: | Malian
MM: Burma, Myanmar | Burmese
MN: | Mongolian, Mongol
MR: | Mauritanian
MT: | Maltese
MU: | Mauritian
MV: | Maldivian
MW: Nyasaland | Malawian
MX: | Mexican
MY: Malaya | Malaysian, Malay
MZ: | Mozambican
NA: South West Africa | Namibian
NE: | Nigerien
NG: | Nigerian
NI: | Nicaraguan
NL: Holland, The Netherlands | Dutch, Dutchman
NO: | Norwegian
NP: | Nepalese, Nepali
NZ: | New Zealander
OM: | Omani
PA: | Panamanian
PE: | Peruvian
PG: |
PH: The Philippines | Philippine, Filipino
PK: | Pakistani
PL: | Polish, Pole
PS: Palestine, West Bank, Gaza Strip | Palestinian
PT: | Portuguese
PY: | Paraguayan
QA: | Qatari
RO: | Romanian
RS: | Serbian, Serb
RU: Russian Federation, Soviet Russia | Russian
RW: | Rwandan
SA: Kingdom of Saudi Arabia | Saudi, Saudi Arabian
SC: | Seychellois
SD: The Sudan | Sudanese
SE: | Swedish, Swede
SG: | Singaporean
SI: | Slovenian, Slovene
SK: | Slovak, Slovakian
SL: | Sierra Leonean
SN: | Senegalese
SO: Somaliland | Somali
SR: Dutch Guiana | Surinamese
SS: | South Sudanese
ST: | Sao Tomean
SV: | Salvadoran, Salvadorean
SY: | Syrian
SZ: Swaziland, Eswatini | Swazi
TD: | Chadian
TG: | Togolese
TH: Siam | Thai
TJ: Republic of Tajikistan | Tajik, Tajikistani
TL: East Timor, Timor-Leste | Timorese
TM: Turkmenia | Turkmen
TN: | Tunisian
TO: | Tongan
TR: Turkey, Türkiye | Turkish, Turk
TT: Trinidad | Trinidadian
TW: Formosa | Taiwanese
TZ: Tanganyika | Tanzanian
UA: | Ukrainian
UG: | Ugandan
US: USA, U.S., U.S.A., US, United States of America, America | American
UY: | Uruguayan
UZ: Republic of Uzbekistan | Uzbek, Uzbekistani
VA: Vatican, Holy See |
VE: | Venezuelan
VN: Viet Nam, North Vietnam, South Vietnam | Vietnamese
WS: | Samoan
XK: | Kosovar
YE: | Yemeni
ZA: | South African
ZM: Northern Rhodesia | Zambian
ZW: Rhodesia, Southern Rhodesia | Zimbabwean
"""


def _list(text):
    return [word.strip() for word in text.split(",") if word.strip()]


# By code: other names, adjectives (with their plurals).
NAMES, ADJECTIVES = {}, {}
for _line in TABLE.strip().splitlines():
    _code, _rest = _line.split(":", 1)
    _names, _adjectives = _rest.split("|")
    NAMES[_code] = _list(_names)
    ADJECTIVES[_code] = [w + s for w in _list(_adjectives) for s in ("", "s")]
