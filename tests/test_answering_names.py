"""Names meet across their French and English spellings, and only those that are the same."""

import pytest

from rag.answering.names import anchors_in, is_said, keys_of, name_key, singular_words, spellings_of


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Poutine", "Putin"),
        ("Loukachenko", "Lukashenko"),
        ("Choïgou", "Shoigu"),
        ("Zelensky", "Zelenskyy"),
        ("Monastyrsky", "Monastyrskyi"),
        ("Turquie", "Türkiye"),
        ("Turquie", "Turkey"),
        ("Biélorussie", "Belarus"),
        ("Moscou", "Moscow"),
        ("l’Ukraine", "Ukraine"),
        ("OTAN", "NATO"),
        ("Benoît", "Benedict"),
        ("Fidji", "Fiji"),
        ("Ouganda", "Uganda"),
    ],
)
def test_two_spellings_share_a_key(french: str, english: str) -> None:
    assert name_key(french) == name_key(english)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Macron", "Mélenchon"),
        ("Biden", "Borne"),
        ("Paris", "Prague"),
        ("2018", "2022"),
        ("Lavrov", "Peskov"),
    ],
)
def test_two_names_do_not(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_hyphenated_names_count_whole_and_in_parts() -> None:
    assert keys_of(["le S-400"]) >= {name_key("S-400"), name_key("400")}


@pytest.mark.parametrize(
    ("question", "anchors"),
    [
        ("Who won the 2018 World Cup?", ("2018", "World", "Cup")),
        ("Quand Vladimir Poutine s'est-il rendu à Minsk ?", ("Vladimir", "Poutine", "Minsk")),
        ("what systems were delivered?", ()),
        ("Combien de morts en Turquie ?", ("Turquie",)),
    ],
)
def test_the_anchors_of_a_question_are_its_names_and_numbers(question: str, anchors: tuple[str, ...]) -> None:
    assert anchors_in(question) == anchors


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Quand Pelé est-il mort ?", ("Pelé",)),
        ("Qui a peint Guernica ?", ("Guernica",)),
        ("Where was Maria Lvova-Belova in March 2023?", ("Maria", "Lvova-Belova")),
        ("Who got the Oscars?", ("Oscar",)),
        ("Quand les Turcs votent-ils à Moscou en 2023 ?", ()),
        ("Which American voted in the Security Council?", ()),
    ],
)
def test_names_that_single_out_are_no_numbers_countries_peoples_or_months(
    question: str, names: tuple[str, ...]
) -> None:
    found = singular_words(question)
    assert len(found) == len(names)
    assert all(is_said(word, spellings_of([name])) for word, name in zip(found, names, strict=True))


def test_a_name_of_few_consonants_is_not_found_in_another() -> None:
    (pele,) = singular_words("Quand Pelé est-il mort ?")
    other, own = "Jean-Paul II et le pôle", "Le roi Pelé"
    assert not is_said(pele, keys_of([other]) | spellings_of([other]))
    assert is_said(pele, keys_of([own]) | spellings_of([own]))


def test_a_name_is_said_by_what_is_made_of_it() -> None:
    assert is_said("mozambique", spellings_of(["the Mozambican coast"]))
    assert is_said("tel-aviv", spellings_of(["on a square of Tel Aviv"]))
    assert not is_said("nagoya", spellings_of(["a station in Kobe"]))
