"""Printed lines as running text: heads and feet go, words and paragraphs are whole again."""

import re
from textwrap import wrap
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.pages import PageLine, blocks_of, joined

WORDS = st.text(st.characters(categories=("Lu", "Ll", "Nd", "Po", "Pd")), min_size=1, max_size=14)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), max_size=12)
FIRST = (
    "Le train est arrivé hier à l’aube dans la capitale, a annoncé le ministère de la Défense, et il portait "
    "des chars et des vivres pour la garnison."
)
SECOND = (
    "Les autorités du pays voisin disent craindre une attaque au printemps, comme au début de la guerre, et "
    "demandent de l’aide à leurs alliés."
)


def printed(*paragraphs: str, top: float = 500, left: float = 50, width: int = 40) -> list[PageLine]:
    """``paragraphs`` set one below another, their first lines indented."""
    lines: list[PageLine] = []
    for paragraph in paragraphs:
        for number, text in enumerate(wrap(paragraph, width, break_on_hyphens=False)):
            lines.append(PageLine(text, left + (0 if number else 12), top - 12 * len(lines), 10))
    return lines


def texts(*pages: list[PageLine]) -> list[str]:
    return [block.text for block in blocks_of(pages)]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["Le gouver-", "nement a dit"], "Le gouvernement a dit"),
        (["the govern-", "ment said"], "the government said"),
        (["peut-", "être demain"], "peut-être demain"),
        (["a-t-", "il souligné"], "a-t-il souligné"),
        (["dit-", "elle"], "dit-elle"),
        (["le S-", "400 et"], "le S-400 et"),
        (["Jean-", "Pierre"], "Jean-Pierre"),
        (["Luka-", "chenko"], "Lukachenko"),
        (["l’Indé-", "pendance"], "l’Indépendance"),
        (["gou\u00ad", "vernement"], "gouvernement"),
        (["1914-", "1918"], "1914-1918"),
        (["il part -", "enfin"], "il part - enfin"),
        (["well-", "known"], "well-known"),
        (["un mot", "et un autre"], "un mot et un autre"),
        ([], ""),
    ],
)
def test_a_parted_word_is_whole_again_and_a_hyphen_of_its_own_stays(lines: list[str], whole: str) -> None:
    assert joined(lines) == whole


def test_the_same_text_says_how_a_word_is_written() -> None:
    page = printed("Le bateau-mouche part. " * 3 + "Un autre bateau-mouche arrive.", width=30)
    assert "bateau-mouche" in texts(page)[0]
    cut = [PageLine("Le vrakul part. Le vra-", 50, 500, 10), PageLine("kul revient.", 50, 488, 10)]
    assert texts(cut) == ["Le vrakul part. Le vrakul revient."]


@given(LINES)
def test_no_letter_or_digit_is_lost_or_added(lines: list[str]) -> None:
    def letters(text: str) -> str:
        return re.sub(r"[\W_]", "", normalize("NFKC", text))  # ligatures are two letters

    assert letters(joined(lines)) == letters("".join(lines))
    page = [PageLine(line, 50, 500 - 12 * number, 10) for number, line in enumerate(["A start.", *lines])]
    page.append(PageLine("The end.", 50, 50, 10))
    assert letters("".join(texts(page))) == letters("".join(line.text for line in page))


@given(st.integers(30, 90), st.booleans())
def test_set_in_lines_of_any_width_paragraphs_come_back(width: int, indented: bool) -> None:
    assert texts(printed(FIRST, SECOND, width=width)) == [FIRST, SECOND]


def test_space_between_paragraphs_parts_them() -> None:
    first = printed("Le train est arrivé. " * 6, left=50)
    below = [line._replace(height=line.height - 20) for line in printed(SECOND, top=first[-1].height)]
    flush = [line._replace(left=50) for line in (*first, *below)]
    assert texts(flush) == [("Le train est arrivé. " * 6).strip(), SECOND]


def test_a_heading_in_larger_letters_stands_alone() -> None:
    heading = PageLine("Un train dans la capitale", 50, 530, 16)
    blocks = blocks_of([[heading, *printed(FIRST)]])
    assert [(block.text, block.size) for block in blocks] == [(heading.text, 16), (FIRST, 10)]


def test_heads_feet_and_numbers_of_pages_go_and_a_sentence_goes_on_over_the_page() -> None:
    lines = printed(FIRST, SECOND)
    pages = [
        [
            PageLine(f"Le Matin — n° {100 + number}", 50, 560, 8),
            *(line._replace(height=500 - 12 * place) for place, line in enumerate(part)),
            PageLine(f"page {number} / 3", 200, 30, 8),
        ]
        for number, part in enumerate((lines[:2], lines[2:6], lines[6:]), start=1)
    ]
    assert texts(*pages) == [FIRST, SECOND]


def test_a_headline_that_also_runs_over_the_pages_stays_once() -> None:
    pages = [
        [PageLine("Un train dans la capitale", 50, 560, 8 if number else 20), *printed(text)]
        for number, text in enumerate((FIRST, SECOND, "Un troisième convoi est attendu demain."))
    ]
    assert texts(*pages)[:3] == ["Un train dans la capitale", FIRST, SECOND]
    assert len(texts(*pages)) == 4


def test_two_columns_are_read_one_after_the_other() -> None:
    whole = printed(FIRST, SECOND, width=30)
    half = len(whole) // 2
    right = [line._replace(left=line.left + 200, height=line.height + 12 * half) for line in whole[half:]]
    assert texts([*whole[:half], *right]) == [FIRST, SECOND]


def test_the_points_of_a_list_stay_apart() -> None:
    points = [f"• le point {name}, qui est long" for name in ("un", "deux", "trois")]
    page = [PageLine(text, 50, 500 - 12 * number, 10) for number, text in enumerate(points)]
    assert texts(page) == points


def test_ligatures_are_letters() -> None:
    assert texts([PageLine("La ﬁn du conﬂit", 50, 500, 10), PageLine("est oﬃcielle.", 50, 488, 10)]) == [
        "La fin du conflit est officielle."
    ]


def test_pages_without_lines_are_no_text() -> None:
    assert texts([], []) == []


@pytest.mark.timeout(20)
def test_a_book_without_paragraphs_is_read_in_linear_time() -> None:
    lines = [PageLine(f"tie {number} du convoi en par-", 50, -12 * number, 10) for number in range(50_000)]
    (only,) = texts(lines)
    assert only.count("partie") == 49_999
