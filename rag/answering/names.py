"""Proper names across two spellings: what a question names must be what the passage names."""

import re
from collections.abc import Iterable

from corpus.text.normalise import fold_accents

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

# One row a name that French and English spell apart beyond what `name_key` can see; all folded.
_SAME: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "turquie turkey turkiye turc turcs turque turques turkish",
        "syrie syria syrien syriens syrienne syrian syrians",
        "allemagne germany allemand allemande allemands german germans berlin",
        "royaume-uni uk britain grande-bretagne britannique britanniques british londres london",
        "etats-unis us usa america americain americaine americains american americans washington",
        "france french francais francaise francaises paris",
        "russie russia russe russes russian russians moscou moscow kremlin",
        "ukraine ukrainien ukrainienne ukrainiens ukrainian ukrainians kyiv kiev",
        "bielorussie belarus bielorusse bielorusses belarusian minsk",
        "chine china chinois chinoise chinese pekin beijing",
        "croatie croatia croate croates croatian zagreb",
        "grece greece grec grecque grecs greek athenes athens",
        "bresil brazil bresilien bresilienne bresiliens brazilian brasilia",
        "argentine argentina argentin argentins argentinian argentine",
        "bresil brazil",
        "suisse switzerland suisses swiss berne bern",
        "finlande finland finlandais finlandaise finnish helsinki",
        "hongrie hungary hongrois hongroise hungarian budapest",
        "pologne poland polonais polonaise polish varsovie warsaw",
        "suede sweden suedois suedoise swedish stockholm",
        "italie italy italien italienne italian rome",
        "espagne spain espagnol espagnole spanish madrid",
        "nepal nepalais nepalaise nepali nepalese",
        "nouvelle-zelande zealand neo-zelandais neo-zelandaise",
        "ecosse scotland ecossais ecossaise scottish",
        "maroc morocco marocain marocains moroccan",
        "coree korea", "japon japan japonais japonaise japanese tokyo",
        "arabie arabia saoudite saudi", "iran iranien iranienne iranian teheran tehran",
        "benoit benedict", "francois francis", "otan nato", "onu un nations", "ue eu",
        "cpi icc", "pape pope", "mer sea", "noire black", "coupe cup", "monde world",
    )
)  # fmt: skip
_ALIAS = {name: min(row) for row in _SAME for name in row}
_SOUNDS = (
    ("tch", "x"), ("sch", "x"), ("sh", "x"), ("ch", "x"), ("kh", "k"), ("ph", "f"), ("qu", "k"), ("ck", "k"),
    ("c", "k"), ("w", "v"), ("j", "i"), ("y", "i"), ("z", "s"), ("h", ""),
)  # fmt: skip


def name_key(name: str) -> str:
    """One key for the spellings of a name: « Loukachenko » and “Lukashenko” share theirs.

    Known pairs (Turquie/Turkey) map to one row; other names to their consonant sounds, so that
    transliterations meet: Poutine/Putin, Zelensky/Zelenskyy, Monastyrsky/Monastyrskyï.
    """
    folded = fold_accents(name).casefold().replace("’", "'").split("'")[-1]
    if folded in _ALIAS:
        return _ALIAS[folded]
    for spelling, sound in _SOUNDS:
        folded = folded.replace(spelling, sound)
    skeleton = folded[:1] + re.sub(r"[aeiou-]", "", folded[1:])
    return re.sub(r"(.)\1+", r"\1", skeleton)


def keys_of(texts: Iterable[str]) -> frozenset[str]:
    """The name keys of every word of ``texts``; hyphenated words count whole and in parts."""
    words = {word for text in texts for word in _TOKEN.findall(text)}
    parts = {part for word in words for part in re.split(r"[-’']", word) if part}
    return frozenset(name_key(word) for word in words | parts)


def anchors_in(question: str) -> tuple[str, ...]:
    """The words of ``question`` that any answer must be about: names (not at its start) and numbers."""
    words = list(_TOKEN.finditer(question))
    return tuple(
        match.group()
        for position, match in enumerate(words)
        if any(char.isdigit() for char in match.group())
        or (position > 0 and match.group().split("'")[-1].split("’")[-1][:1].isupper())
    )
