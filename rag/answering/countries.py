"""The countries of the world by their French and English names: what « quel pays » can be answered with."""

from corpus.text.normalise import fold_accents

# Folded (no accents, lower case, spaces for hyphens), each in both spellings where they differ; with the
# short forms that newspapers use. Wider than the United Nations: England plays rugby, Taiwan is visited.
_NAMES = """
afghanistan, afrique du sud, south africa, albanie, albania, algerie, algeria, allemagne, germany, andorre,
andorra, angleterre, england, angola, arabie saoudite, saudi arabia, argentine, argentina, armenie, armenia,
australie, australia, autriche, austria, azerbaidjan, azerbaijan, bahamas, bahrein, bahrain, bangladesh,
barbade, barbados, belgique, belgium, belize, benin, bhoutan, bhutan, bielorussie, belarus, birmanie, burma,
myanmar, bolivie, bolivia, bosnie, bosnia, bosnie herzegovine, bosnia and herzegovina, botswana, bresil,
brazil, brunei, bulgarie, bulgaria, burkina faso, burundi, cambodge, cambodia, cameroun, cameroon, canada,
cap vert, cape verde, chili, chile, chine, china, chypre, cyprus, colombie, colombia, comores, comoros,
congo, rdc, coree du nord, north korea, coree du sud, south korea, costa rica, cote d ivoire, ivory coast,
croatie, croatia, cuba, danemark, denmark, djibouti, dominique, dominica, ecosse, scotland, egypte, egypt,
emirats arabes unis, united arab emirates, uae, equateur, ecuador, erythree, eritrea, espagne, spain,
estonie, estonia, eswatini, etats unis, united states, us, usa, united states of america, america,
ethiopie, ethiopia, fidji, fiji, finlande, finland, france, gabon, gambie, gambia, georgie, georgia, ghana,
grande bretagne, great britain, britain, grece, greece, grenade, grenada, groenland, greenland, guatemala,
guinee, guinea, guinee bissau, guinea bissau, guinee equatoriale, equatorial guinea, guyana, haiti,
honduras, hongrie, hungary, inde, india, indonesie, indonesia, irak, iraq, iran, irlande, ireland,
irlande du nord, northern ireland, islande, iceland, israel, italie, italy, jamaique, jamaica, japon, japan,
jordanie, jordan, kazakhstan, kenya, kirghizistan, kyrgyzstan, kiribati, kosovo, koweit, kuwait, laos,
lesotho, lettonie, latvia, liban, lebanon, liberia, libye, libya, liechtenstein, lituanie, lithuania,
luxembourg, macedoine du nord, north macedonia, madagascar, malaisie, malaysia, malawi, maldives, mali,
malte, malta, maroc, morocco, maurice, mauritius, mauritanie, mauritania, mexique, mexico, moldavie, moldova,
monaco, mongolie, mongolia, montenegro, mozambique, namibie, namibia, nauru, nepal, nicaragua, niger,
nigeria, norvege, norway, nouvelle zelande, new zealand, oman, ouganda, uganda, ouzbekistan, uzbekistan,
pakistan, palaos, palau, palestine, panama, papouasie nouvelle guinee, papua new guinea, paraguay, pays bas,
netherlands, pays de galles, galles, wales, perou, peru, philippines, pologne, poland, portugal, qatar,
republique centrafricaine, centrafrique, central african republic, republique dominicaine,
dominican republic, republique tcheque, tchequie, czech republic, czechia, roumanie, romania, royaume uni,
united kingdom, uk, russie, russia, rwanda, saint marin, san marino, salvador, el salvador, samoa, senegal,
serbie, serbia, seychelles, sierra leone, singapour, singapore, slovaquie, slovakia, slovenie, slovenia,
somalie, somalia, soudan, sudan, soudan du sud, south sudan, sri lanka, suede, sweden, suisse, switzerland,
suriname, syrie, syria, tadjikistan, tajikistan, taiwan, tanzanie, tanzania, tchad, chad, thailande,
thailand, timor oriental, east timor, togo, tonga, trinite et tobago, trinidad and tobago, tunisie, tunisia,
turkmenistan, turquie, turkey, turkiye, tuvalu, ukraine, uruguay, vanuatu, vatican, venezuela, vietnam,
yemen, zambie, zambia, zimbabwe
"""
_COUNTRIES = frozenset(" ".join(name.split()) for name in _NAMES.split(","))
# Also cities: either question may be answered with them.
_CITIES_TOO = frozenset(
    ("monaco", "luxembourg", "singapour", "singapore", "djibouti", "mexico", "panama", "guatemala", "vatican")
)


def is_country(name: str) -> bool:
    """Whether ``name`` is a country's in French or English, whatever its capitals, accents and hyphens."""
    return _folded(name) in _COUNTRIES


def is_only_a_country(name: str) -> bool:
    """Whether ``name`` is a country's, and no city's too: « Mexico » and Luxembourg are both."""
    return _folded(name) in _COUNTRIES - _CITIES_TOO


def _folded(name: str) -> str:
    for mark in "-'’\u00a0\u202f":
        name = name.replace(mark, " ")
    return fold_accents(name).casefold()
