"""Countries by the words that news has for them: capital, name and people; to find them, never to claim."""

import re

from corpus.text.normalise import fold_accents

# One row a country: how its words begin, folded, in French and English.
_ROWS = r"""
moscou moscow kremlin russ | kyiv kiev ukrain | washington americ etats-unis pentagon u\.s | pekin beijing
chine chino | londres london brita briti royaume-uni | paris franca france french elysee | berlin allemand
allemagne german | ankara turq turc turk | jerusalem israel | palestin hamas gaza | teheran tehran iran |
minsk bielorus belarus | varsovie warsaw polon polish poland | stockholm sued swed | helsinki finland finn |
rome itali | madrid espagn spain spanish | tokyo japon japan | seoul sud-coreen | pyongyang nord-coreen |
budapest hongr hungar | delhi inde(?!p) indien india | damas syri | bagdad baghdad irak iraq | caire cairo
egypt | belgrade serb | pristina kosov | erevan yerevan armen | bakou baku azer | tbilis georgie georgia |
athenes athens grec greek greece | lima perou peru | brasilia bresil brazil | ottawa canad | bruxelles
brussels europe | oslo norv norw | copenhague copenhagen danois danemark denmark danish | kaboul kabul
afghan taliban | islamabad pakistan | riyad riyadh saoud saudi | vilnius litua | riga letton latv | tallin
eston | bucarest bucharest rouma romania | chisinau moldav moldov | vienne vienna autri austri | berne bern
suiss swiss switz | otan nato
"""
_POWERS = tuple(
    re.compile(rf"(?<!\w)(?:{'|'.join(row.split())})") for row in _ROWS.split("|")
)


def powers_in(text: str) -> frozenset[int]:
    """The countries that ``text`` names in any way, each by its place in the table."""
    folded = fold_accents(text).casefold()
    return frozenset(place for place, power in enumerate(_POWERS) if power.search(folded))
