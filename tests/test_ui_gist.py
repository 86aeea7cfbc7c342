"""What stands above an answer's sentences: its few words, the sides of a disagreement, a denial."""

from dataclasses import replace

import pytest
from turns_ui import QUESTION, asked, partial, short

from corpus.article import LANGUAGES, Language
from rag.answer import Short, Turn
from ui import render
from ui.markup import safe
from ui.strings import say


def test_how_the_question_was_understood_comes_before_the_answer() -> None:
    whole = asked(QUESTION["en"], "en").answer
    html = render.turn(1, Turn("?", replace(whole, notice="Understood as <b>.")), "fr")
    notice = '<p class="notice" lang="en">Understood as &lt;b&gt;.</p>'
    assert html.index(notice) < html.index('class="claim"')


def test_the_short_answer_comes_first_with_its_markers_and_says_how_a_date_was_found() -> None:
    html = render.turn(4, short("fr"), "fr")
    above = html[html.index('class="short"') : html.index('class="claim"')]
    assert '<strong lang="fr">19 décembre 2022</strong>' in above
    assert '#src-4-1"' in above
    assert '#src-4-2"' in above
    assert safe(say("date_counted", "fr")) in above
    assert safe("83\u202f%") in html


def test_a_short_answer_cut_from_a_foreign_quote_speaks_its_language() -> None:
    turn = asked(QUESTION["fr"], "fr")
    answer = replace(turn.answer, short=Short("Iskander missiles", (2,)))
    html = render.turn(1, Turn("?", answer), "fr")
    assert '<strong lang="en">Iskander missiles</strong>' in html
    assert safe(say("date_counted", "fr")) not in html


def test_a_disagreement_stands_side_by_side_with_who_says_what_and_when() -> None:
    html = render.turn(1, partial("fr", "sources_disagree"), "fr")
    sides = html[html.index('class="sides"') : html.index("</ul>")]
    one, other = sides.split("<li>")[1:]
    assert "S-400" in one
    assert "Dépêche" in one
    assert "19 décembre 2022" in one
    assert '#src-1-1"' in one
    assert "The S-400 &lt;and&gt; Iskander" in other
    assert "20 décembre 2022" in other
    assert "Dispatch" in other
    assert safe(say("partial_sources_disagree", "fr")) in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_denial_helps_with_what_the_articles_say(language: Language) -> None:
    html = render.turn(1, partial(language, "false_premise"), language)
    advice = html.index(safe(say("partial_false_premise", language)))
    assert advice < html.index('class="claim"')
    assert 'role="alert"' not in html


def test_a_partial_answer_of_another_kind_is_said_to_be_one() -> None:
    answer = replace(asked(QUESTION["en"], "en").answer, status="partial", reason="filtered_out")
    assert safe(say("partial", "fr")) in render.turn(1, Turn("?", answer), "fr")
