"""Markers and the evidence that they lead to: cards, quotes and what is shown around them."""

import re

import pytest
from fakes_ui import ARTICLES, passage_of
from turns_ui import QUESTION, asked

from corpus.article import Byline, Passage, Span
from rag.answer import Citation
from ui import render
from ui.claims import claim_text
from ui.evidence import CONTEXT, Place, card, marked, panel
from ui.strings import say


def test_a_marker_leads_to_its_card() -> None:
    html = render.turn(7, asked(QUESTION["fr"], "fr"), "fr")
    for marker in (1, 2):
        assert f'href="#src-7-{marker}"' in html
        assert f'id="src-7-{marker}"' in html
        assert f">[{marker}]</a>" in html


def test_a_quote_speaks_its_own_language_and_says_so() -> None:
    html = render.turn(1, asked(QUESTION["fr"], "fr"), "fr")
    assert '<span class="quote" lang="en">The S-400 and Iskander' in html
    assert 'tabindex="-1">The S-400 and Iskander missiles were delivered' in html
    assert html.count('class="foreign"') == 1
    assert say("original_en", "fr") in html


def _cited(text: str, markers: tuple[int, ...]) -> str:
    passage = passage_of(ARTICLES[0], 0)
    citations = {marker: Citation(marker, passage, 0, 15) for marker in markers}
    return claim_text(text, markers, citations, Place(1, "en"))


def test_markers_stay_where_the_claim_prints_them_and_other_brackets_stay_text() -> None:
    html = _cited("In [2024] they met [1], then [9] left.", (1, 2))
    assert html.index("In [2024] they met") < html.index("#src-1-1") < html.index(", then [9] left.")
    assert html.index("left.") < html.index("#src-1-2")
    assert html.count("<sup>") == 2


def _marked(text: str, *spans: tuple[int, int]) -> str:
    passage = Passage("a", 0, text, "fr", Byline("T", "S", None, None), (Span(0, len(text)),))
    return marked([Citation(n, passage, *span) for n, span in enumerate(spans, start=1)], 1)


def test_a_long_passage_is_cut_between_words_around_the_quote() -> None:
    text = "mot " * 200 + "LE CŒUR" + " fin" * 200
    shown = _marked(text, (text.index("LE"), text.index("LE") + 7))
    assert ">LE CŒUR</mark>" in shown
    assert shown.startswith("… mot ")
    assert shown.endswith(" fin …")
    assert len(shown) < 2 * CONTEXT + 100


def test_a_long_word_without_spaces_is_cut_all_the_same() -> None:
    assert _marked("x" * 2000, (900, 910)) == f'… <mark id="src-1-1" tabindex="-1">{"x" * 10}</mark> …'


def test_quotes_of_one_passage_share_its_card() -> None:
    passage = passage_of(ARTICLES[0], 1)
    spans = enumerate(passage.sentences, start=1)
    citations = [Citation(n, passage, span.start, span.end) for n, span in spans]
    html = panel(citations, (), Place(4, "fr", "fr"))
    assert html.count('class="card"') == 1
    assert [f'<mark id="src-4-{n}"' in html for n in (1, 2, 3)] == [True, True, False]
    assert html.count("<blockquote") == 1


OVERLAPS = [((0, 3), (4, 7)), ((0, 5), (3, 7)), ((0, 7), (0, 7)), ((4, 7), (0, 2)), ((0, 7), (2, 4))]


@pytest.mark.parametrize("spans", OVERLAPS)
def test_quotes_that_overlap_are_all_targets_of_a_text_told_once(spans: tuple[tuple[int, int], ...]) -> None:
    shown = _marked("Un. Deux", *spans)
    assert all(f'id="src-1-{n}"' in shown for n in (1, 2))
    assert re.sub("<[^>]+>", "", shown) == "Un. Deux"


def test_a_card_shows_the_whole_of_a_short_passage() -> None:
    passage = passage_of(ARTICLES[0], 1)
    span = passage.sentences[0]
    html = card([Citation(1, passage, span.start, span.end)], Place(1, "fr", "fr"))
    assert f"</mark>{passage.text[span.end :]}</blockquote>" in html
    assert "original en" not in html
