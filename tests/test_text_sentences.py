"""Sentence ends in both languages: tables of known failures, properties, and hostile input."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LANGUAGES, Language
from corpus.text.sentences import sentence_spans

TEXTS = st.text(max_size=80) | st.text(alphabet="AbcLe M.…!?«»“”\"'’ \u00a0\u202f\n\t1,-()[]", max_size=60)


def _cut(text: str, language: Language) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text, language)]


def _split(marked: str, language: Language) -> tuple[list[str], list[str]]:
    """The sentences found in a text whose expected ends are marked with ``|``, and the expected ones."""
    return _cut(marked.replace("|", ""), language), [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "Il part.| Elle reste.",
        "M. Macron est venu.| Mme. Le Pen aussi.",
        "MM. Dupont et Durand sont là.",
        "Le Dr. Knock et le Pr. Tournesol parlent.",
        "Me. Dupond plaide.| Il gagne.",
        "Voir p. 3.| Le texte est clair.",
        "Voir pp. 3 à 5 et chap. IV du livre.",
        "L’art. 49.3 est invoqué.| Le texte passe.",
        "L’inflation atteint 1,5 %.| Elle baisse.",
        "La hausse est de 1.5 point.| Elle dure.",
        "J. K. Rowling a écrit ce livre.| Il se vend.",
        "J.-P. Chevènement parle.| Il sort.",
        "Il l’a relevé.| Tout est terminé.",
        "« Tout est terminé. »| Il se lève.",
        "Il a dit : « C’est fini. »| Puis il est parti.",
        "Il a dit «\u202fC’est fini.\u202f»| Puis il est parti.",
        "C’était en 2024.| Personne ne l’a su.",
        "C’était en 2024.| 15 personnes l’ont su.",
        "Il livre des S-400.| Les Iskander suivent.",
        "Il cite la « Pravda ».| Elle est fermée.",
        "“Nous les avons livrés.“, a annoncé M. Loukachenko.| Il rit.",
        "« Nous l’avons fait », a-t-il dit.| Il rit.",
        "Ils ont cité les allégations. “tromper” et “sans fondement”.",
        "« Nous partirons demain matin.| Nous gagnerons la guerre. »| Il se tait.",
        "« Non. Jamais je ne partirai. »| Il l’a répété.",
        "« Il m’a dit : “Pars.” Puis rien. »| Voilà.",
        "Il hésite…| Puis il part.| Et puis… rien.",
        "Il hésite...| Puis il part.",
        "Il a cité […] Le texte dit autre chose.",
        "Qui l’a dit ?| Lui !| Vraiment ?",
        "Lui ! demande-t-elle.",
        "« Vraiment ? » demande-t-il.| Elle rit.",
        "« Qui ? », demande Macron.",
        "Des fruits, des légumes, etc.| Le reste manque.",
        "Des fruits, des légumes, etc. sont vendus.",
        "En 52 av. J.-C. la Gaule tombe.",
        "C’était en 52 av. J.-C.| Le reste suit.",
        "Le 19 déc. 2022, il neige.| Le 5 janv. il pleut.",
        "1. Premier point.| 2. Second point.",
        "Il choisit le plan B.| Le gouvernement tombe.",
        "Le site lemonde.fr l’écrit.| Il a raison.",
        "Selon l’agence Tass.| Le S-400 est un missile.",
        "Aux U.S.A. il fait froid.",
        "Il vaut 3,5 Md€.| Il en coûte 2.",
        "Première ligne\nqui continue.| Autre phrase.",
        "Un titre sans point|\n\nUn paragraphe.",
        "Une liste :|\n- premier point|\n- second point",
        "(Il avait tort.)| Elle aussi.",
        "Sans point final",
    ],
)
def test_french_sentences_end_where_a_reader_says(marked: str) -> None:
    found, expected = _split(marked, "fr")
    assert found == expected


@pytest.mark.parametrize(
    "marked",
    [
        "He left.| She stayed.",
        "Mr. Smith met Dr. Jones and Gen. Milley.| They spoke.",
        "The U.S. Army left.| It came back.",
        "He went to the U.S.| The army stayed.",
        "J. K. Rowling wrote it.| It sold.",
        "John F. Kennedy spoke.",
        "He said no.| I left.",
        "See No. 5 on p. 3.| It is there.",
        "It was 5 p.m.| The train left.",
        "It was 5 p.m. Paris time.",
        "Acme Inc. said so.| It was Acme Inc.| The end.",
        "On Dec. 19, 2022, he flew.| On Jan. 6 he slept.",
        "“Why now?” Putin asked.| Nobody knew.",
        "“We will win!” Mr. Zelensky said.| They cheered.",
        "“It is over.”| He left.",
        "‘It is over.’| She left.",
        'He said: "We stop here. Now."| Then he left.',
        "“We have delivered the first systems.| More will follow.”| He smiled.",
        "Wait... what?| Yes, that.",
        "It rose 3.5%.| It fell 2.",
        "St. Petersburg is cold.| Mt. Fuji too.",
        "It was me.| Then you.",
        "He works for Yahoo! and others.",
    ],
)
def test_english_sentences_end_where_a_reader_says(marked: str) -> None:
    found, expected = _split(marked, "en")
    assert found == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u202f"])
def test_white_space_has_no_sentence(text: str) -> None:
    assert sentence_spans(text, "fr") == ()


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_spans_are_ordered_trimmed_and_hold_all_but_white_space(text: str, language: Language) -> None:
    spans = sentence_spans(text, language)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    held = [text[span.start : span.end] for span in spans]
    assert all(piece and piece == piece.strip() for piece in held)
    assert "".join("".join(held).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "unit",
    [".", ". ", "A. ", "« ", ".»", ". \n", "U.S. ", "“Why?” A", "1. ", "Mr. Ab Cd ", "?”A ", "\n", "a"],
)
@pytest.mark.timeout(5)  # a hundred times what it takes; quadratic time would take minutes
def test_hostile_text_is_cut_in_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert sum(span.end - span.start for span in sentence_spans(text, "en")) <= len(text)
