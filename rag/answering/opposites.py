"""Words that cannot both be true of one event, in both languages: what a false premise is told by."""

import re
from functools import cache

# One row an event, its two outcomes apart by «/»; words folded, «*» ends a beginning, «_» is a space.
# Outcomes that follow each other in the news of a story (rise/fall, arrested/released) are left out:
# neither denies the other.
_OPPOSITES = """
accept* approuv* approve* agree* consent* / rejet* reject* refus* exclu exclut exclure exclus* ruled_out
  rule_out rules_out ruling_out declin* vetoed turned_down voted_down vote_down votes_down rebuff* |
confirm* admis admet* admit* reconnu* reconnai* acknowledg* conced* revendiqu* claim* /
  dement* nie nia nient nier refut* deny denie* |
renvers* overthr* toppl* oust* brought_down bring_down out_of_office / surviv* |
entre entree entrer entrent adher* integre* rejoint rejoindre join* enter* / attend attendent attendre
  wait* vetoed |
autoris* authori* permis permet* permit* allow* / interdi* ban bans banned banning forb* prohibit* |
retire retirer retirent retirees withdr* scrap scrapped annul* cancel* abandon* give_up given_up gave_up
  renonc* / maintien* mainten* maintain* kept keeps keep go_ahead went_ahead |
repouss* report* postpon* delay* put_off puts_off / maintien* mainten* maintain* kept keeps keep go_ahead
  went_ahead |
abaiss* lower* / releve* relever raise* raising |
in_favour en_faveur vote_pour votes_pour voted_for vote_for / contre against |
gagne* remport* win wins won take_home takes_home took_home taken_home / perd perdent perdu* perdre lose*
  losing lost with_nothing bredouille* empty-handed les_mains_vides |
quitt* quit quits walk_out walks_out walked_out pull_out pulled_out step_down stepped_down /
  reste restent rester stay* remain* |
reussi* succeed* / echou* echec* fail fails failed failure |
"""
# What one does to another, and never both to each other in one event.
_ONE_WAY = """
battre bat battent battu* battant vaincu* vaincre beat beats beating beaten defeat* |
achet* achat rachet* rachat acquer* acquis* acquier* buy* bought acquir* takeover take_over took_over |
envahi* invad* | annex* | remplac* replac* | arret* arrest*
"""

Outcomes = tuple[re.Pattern[str], re.Pattern[str]]


@cache
def opposites() -> tuple[Outcomes, ...]:
    """Each pair of outcomes in both orders, to be searched in folded text."""
    pairs = [tuple(map(_pattern, row.split("/"))) for row in _OPPOSITES.split("|") if row.strip()]
    return tuple(order for one, other in pairs for order in ((one, other), (other, one)))


@cache
def one_way() -> tuple[re.Pattern[str], ...]:
    """Each deed that has one doer, to be searched in folded text."""
    return tuple(_pattern(row) for row in _ONE_WAY.split("|"))


def _pattern(words: str) -> re.Pattern[str]:
    ways = [re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in words.split()]
    return re.compile(rf"\b(?:{'|'.join(ways)})\b")
