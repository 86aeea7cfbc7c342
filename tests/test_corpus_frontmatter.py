"""The article file: what is written is read back, and what is missing or wrong is said in one line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LANGUAGES, Article, Byline
from corpus.errors import UnreadableArticle
from corpus.frontmatter import parse, render
from corpus.text.clean import clean


def _stored(text: str) -> str:
    """``text`` as an import would store it in one paragraph."""
    return "\n".join(line for line in clean(text).split("\n") if line.strip()).strip()


CHARS = st.text(max_size=40) | st.text(alphabet="---\n#:'\"&*!|>%@`{}[],? éœ\u00a0«»…\t1220-", max_size=40)
PARAGRAPHS = st.lists(CHARS.map(_stored).filter(bool), min_size=1, max_size=4).map(tuple)
TITLES = CHARS.map(lambda text: _stored(text).replace("\n", " ")).filter(bool)
ARTICLES = st.builds(
    Article,
    st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True),
    st.sampled_from(LANGUAGES),
    st.builds(
        Byline,
        TITLES,
        TITLES | st.just(""),
        st.none() | st.dates(date(1000, 1, 1)),
        st.none() | st.sampled_from(["https://example.org/a?b=c#d", "http://example.org:80/é"]),
    ),
    PARAGRAPHS,
)


@given(ARTICLES)
def test_what_is_rendered_is_parsed_back(article: Article) -> None:
    assert parse(render(article), f"{article.id}.md") == article


@given(ARTICLES)
def test_rendering_is_canonical(article: Article) -> None:
    text = render(article)
    assert render(parse(text, f"{article.id}.md")) == text


def test_a_file_written_by_hand_is_read() -> None:
    text = (
        "\ufeff---\r\ntitle: 'Un titre : deux'\r\ndate: 2022-12-19\r\nlang: FR\r\nsource: Agence\r\n"
        "url: https://example.org/a\r\nauthor: inconnu\r\n---\r\n\r\nUn.\r\n\r\n\r\nDeux\r\nencore.\r\n"
    )
    byline = Byline("Un titre : deux", "Agence", date(2022, 12, 19), "https://example.org/a")
    assert parse(text, "a.md") == Article("a", "fr", byline, ("Un.", "Deux\nencore."))


def test_what_is_missing_is_told_from_the_text_and_the_name() -> None:
    article = parse("Minsk reçoit un train\n\nLe train est arrivé hier.", "2023-01-06 Été.md")
    assert article == Article(
        "2023-01-06-ete",
        "fr",
        Byline("Minsk reçoit un train", "2023-01-06 Été.md", date(2023, 1, 6), None),
        ("Le train est arrivé hier.",),
    )


@pytest.mark.parametrize(
    "value",
    ["2022-12-19", "'2022-12-19'", "2022-12-19 10:00:00", "2022-12-19T10:00:00Z", '"2022-12-19T10:00"'],
)
def test_dates_are_read_in_every_iso_form(value: str) -> None:
    assert parse(f"---\ndate: {value}\n---\nHello there.", "a.md").byline.published == date(2022, 12, 19)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "example.org", "https://",
        "'https://a b'", "'https://a\">'", "http://[", "'https://example.org/" + "a" * 2000 + "'", "''",
    ],
)  # fmt: skip
def test_an_address_that_no_reader_should_open_is_dropped(url: str) -> None:
    assert parse(f"---\nurl: {url}\n---\nHello there.", "a.md").byline.url is None


def test_hidden_characters_leave_the_front_matter_too() -> None:
    article = parse('---\ntitle: "a\\u202eb\\u200bc"\nsource: "x\\ny"\n---\nHello.', "a.md")
    assert (article.byline.title, article.byline.source) == ("abc", "x y")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\ntitle: x\n---\n \n", "there is no text in it"),
        ("", "there is no text in it"),
        ("---\ntitle: x\nText", "front matter does not end"),
        ("---\ntitle: a: b\n---\nText", "line 2 of its front matter is not YAML; put the value in quotes"),
        ("---\n- a\n---\nText", "not a list of `key: value` lines"),
        ("---\ntitle: 1984\n---\nText", "title is not text; put it in quotes"),
        ("---\ntitle: [a]\n---\nText", "title is not text"),
        ("---\ndate: hier\n---\nText", "date is “hier”; write it as 2022-12-19"),
        ("---\ndate: 2022-13-45\n---\nText", "front matter"),
        ("---\ndate: [1]\n---\nText", "date is “[1]”"),
        ("---\nlang: de\n---\nText", "lang is “de”; it can be fr or en"),
        ("---\na: !!python/object/apply:os.system [ls]\n---\nText", "front matter"),
        ("---\na: &a {x: 1}\nb: {<<: [*a, *a]}\n---\nText", "aliases"),
        ("---\n" + "[" * 10_000 + "\n---\nText", "front matter"),
        ("---\n" + "a: b\n" * 10_000 + "---\nText", "front matter does not end"),
    ],
)
def test_a_bad_file_gets_one_clear_line(text: str, why: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        parse(text, "a.md")
    assert why in str(caught.value)
    assert str(caught.value).startswith("a.md: ")
    assert "\n" not in str(caught.value)
