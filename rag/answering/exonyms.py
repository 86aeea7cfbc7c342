"""Names that French and English spell too far apart to be recognised by their consonants."""

# One row a name: its French and English words, folded (no accents, lower case). Rows hold one thing only,
# never its capital or government, for a claim that trades Minsk for Belarus is another claim.
_ROWS = """
etats-unis united states us usa america | americain americaine american |
royaume-uni united kingdom uk britain | grande-bretagne great britain | britannique british briton |
angleterre england | anglais anglaise english | ecosse scotland | ecossais ecossaise scottish scot |
galles wales | irlande ireland | irlandais irlandaise irish | allemagne germany |
allemand allemande german | espagne spain | espagnol espagnole spanish spaniard |
francais francaise french | suisse switzerland swiss | suede sweden | suedois suedoise swedish |
norvege norway | norvegien norvegienne norwegian | danois danoise danish dane |
finlandais finlandaise finnish | pologne poland | polonais polonaise polish pole | hongrie hungary |
hongrois hongroise hungarian | grec grecque greek | pays-bas netherlands |
neerlandais neerlandaise dutch | belgique belgium | belge belgian | autriche austria |
autrichien autrichienne austrian | tcheque czech | roumanie romania | lettonie latvia |
lituanie lithuania | islande iceland | chypre cyprus | moldavie moldova | serbe serbian serb |
croate croatian croat | russe russian | bielorusse belarusian | turc turque turkish turk |
turquie turkey turkiye | azerbaidjan azerbaijan | ouzbekistan uzbekistan | chine china | perou peru |
bresil brazil | bresilien bresilienne brazilian | mexique mexico | mexicain mexicaine mexican |
afrique africa | egypte egypt | maroc morocco | marocain marocaine moroccan | tchad chad |
cameroun cameroon | arabie arabia | saoudite saudi | liban lebanon | irak iraq | inde india |
indien indienne indian | birmanie myanmar burma | indonesie indonesia | japonais japonaise japanese |
coree korea | coreen coreenne korean | nouvelle-zelande new zealand |
neo-zelandais neo-zelandaise new zealander | sud-africain sud-africaine south african |
syrien syrienne syrian | londres london | moscou moscow | pekin beijing | varsovie warsaw |
bruxelles brussels | athenes athens | lisbonne lisbon | caire cairo | alger algiers | kiev kyiv |
anvers antwerp | edimbourg edinburgh | copenhague copenhagen | bucarest bucharest | damas damascus |
teheran tehran | haye hague | geneve geneva | crimee crimea | noire black | mer sea | nord north |
sud south | est east | ouest west | onu un united nations | otan nato | cpi icc | fmi imf | oms who |
aiea iaea | bce ecb | pib gdp | europe european | cour court | premier premiere prime first | pape pope |
roi king | reine queen | benoit benedict | francois francis | jean john | coupe cup | monde world |
mondial world | chambre house | blanche white | maison house | affaires affairs | etrangeres foreign |
etat state | saint sainte st | tresor treasury | noel christmas | paques easter | terre earth | lundi monday |
mardi tuesday | mercredi wednesday | jeudi thursday | vendredi friday | samedi saturday |
dimanche sunday | janvier january | fevrier february | mars march | avril april | mai may | juin june |
juillet july | aout august | septembre september | octobre october | novembre november |
decembre december | ue eu european union | russie russia | syrie syria | libye libya | italie italy |
asie asia | choigou shoigu | juge judge | maire mayor | lituanien lithuanian | conseil council |
securite security | fidji fiji | cambodge cambodia | cambodgien cambodgienne cambodian | barbade barbados |
ouganda uganda | ougandais ougandaise ugandan | palaos palau | tadjikistan tajikistan |
tadjik tadjike tajik | tchequie czechia | equateur ecuador | equatorien equatorienne ecuadorian |
vietnamien vietnamienne vietnamese | catalogne catalonia | corse corsica | venise venice |
ispahan isfahan | bourgogne burgundy | gand ghent | bale basel | oural urals
"""


def rows() -> tuple[frozenset[str], ...]:
    """Each name's spellings, folded; a spelling may stand in more than one row."""
    return tuple(frozenset(row.split()) for row in _ROWS.split("|"))
