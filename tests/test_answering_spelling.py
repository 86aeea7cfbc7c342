"""A misspelt word is read as the word of the articles that is meant; a right one is never touched."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fakes import KeywordEmbedder
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Byline, Language
from corpus.library import Library
from rag.answer import Turn
from rag.answering.spelling import Speller
from rag.assistant import Assistant
from rag.index.lexical import LexicalIndex
from rag.settings import Settings

FRENCH = (
    "Humza Yousaf dirige maintenant le Parti national écossais. La police s’inquiète des disparus de"
    " Bakhmout. Dans quelle ville Rasmus Paludan a-t-il brûlé un deuxième Coran ? Le gouvernement ukrainien a"
    " annoncé la première livraison. L’Ukraine et l’ONU parlent du mandat contre Poutine ; la fusion reprend."
)
ENGLISH = (
    "The Scottish National Party has a new leader. Many civilians still live in Bakhmut. What did Lukashenko"
    " say about Minsk? The state of emergency in New Zealand was signed in February. Putin visited Kyiv."
    " The treaty with the United States is suspended, and the army of Ukraine left the town. Many voted."
)


SHELVES: dict[Language, LexicalIndex] = {
    "fr": LexicalIndex.build([FRENCH], ["a#p0"], "fr"),
    "en": LexicalIndex.build([ENGLISH], ["b#p0"], "en"),
}
SPELLER = Speller(
    {language: shelf.words for language, shelf in SHELVES.items()},
    lambda word: any(shelf.knows(word) for shelf in SHELVES.values()),
)
WORDS = sorted({word for shelf in SHELVES.values() for word in shelf.words})


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("ki dirige le parti national ecosais", "fr", "qui dirige le parti national écossais"),
        ("ds quelle ville a til brulé un coran", "fr", "dans quelle ville a til brulé un coran"),
        ("cb de disparu inkiete la police", "fr", "combien de disparu inquiète la police"),
        ("le gouvernemant ukrenien", "fr", "le gouvernement ukrainien"),
        ("que dit lukraine de lonu", "fr", "que dit l’Ukraine de l’ONU"),
        ("la premiere fussion", "fr", "la premiere fusion"),
        ("le partinational", "fr", "le Parti national"),
        ("Gouvernemant de Kiev ?", "fr", "Gouvernement de Kiev ?"),
        ("wat did lukashenka say abuot minsk", "en", "what did Lukashenko say about minsk"),
        ("the new leadr of the scotish party", "en", "the new leader of the Scottish party"),
        ("how many civilans stil live in bakmut", "en", "how many civilians still live in Bakhmut"),
        ("the emergancy in febuary", "en", "the emergency in February"),
        ("the tretay of the amry", "en", "the treaty of the army"),
        ("newzealand", "en", "new Zealand"),
        ("WHOS THE LEADR", "en", "who’s THE leader"),
        ("Wich leadr left Bakhmut?", "en", "Which leader left Bakhmut?"),
    ],
)
def test_a_misspelt_word_is_read_as_the_one_that_is_meant(typed: str, language: Language, meant: str) -> None:
    assert SPELLER.corrected(typed, language) == meant


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("Où est l’harmonie ? À La Haye, le 19 mars 2022 ?", "fr"),  # nothing of the articles is near
        ("Quel plombier annonçait la fission ?", "fr"),  # « fission » is a word, though not of the articles
        ("the harbour and the putting green", "en"),
        ("Who is Lukashenka? Rasmussen Paludane?", "en"),  # names may be ones that the articles lack
        ("Poutinne est-il là ?", "fr"),
        ("Quand les Ouzbeks ukrenne-t-ils ?", "fr"),  # who writes names with capitals means none without
        ("le président ukrainois ou irakien", "fr"),  # nor is a people another, or its country
        ("why couldn't they vote", "en"),
        ("What is NATA?", "en"),  # capitals abbreviate
        ("emergancy2 S-400s @emergancy http://emergancy 2022", "en"),  # no words
        ("puting", "en"),  # putting, not Putin
    ],
)
def test_what_may_be_right_is_never_made_a_word_of_the_articles(typed: str, language: Language) -> None:
    altered = set(SPELLER.corrected(typed, language).split()) - set(typed.split())
    assert not altered & set(WORDS)


@given(st.lists(st.sampled_from([*WORDS, "42", "2022", "S-400", "plombier", "plumber"]), max_size=12),
       st.sampled_from(("fr", "en")), st.sampled_from((str, str.lower, str.upper, str.title)))  # fmt: skip
def test_a_question_of_known_words_is_never_altered(
    words: list[str], language: Language, case: Callable[[str], str]
) -> None:
    text = case(" ".join(words))
    assert SPELLER.corrected(text, language) == text


@given(st.text(max_size=60), st.sampled_from(("fr", "en")))
def test_whatever_is_typed_what_is_no_word_stays(text: str, language: Language) -> None:
    def signs(of: str) -> Counter[str]:
        return Counter(char for char in of if not char.isalpha() and char not in " ’")

    assert signs(SPELLER.corrected(text, language)) == signs(text)


@pytest.fixture
def assistant(home: Path) -> Assistant:
    byline = Byline("Écosse", "Dépêche", date(2023, 3, 28), None)
    Library(home / "library").put(Article("parti", "fr", byline, (FRENCH,)))
    assistant = Assistant(Settings(home=home), KeywordEmbedder(("écossais",), ("coran",)))
    assistant.sync()
    return assistant


def test_the_reader_sees_which_question_was_answered(assistant: Assistant) -> None:
    answer = assistant.ask("ki dirige maintenant le parti national ecosais")
    assert answer.question == "ki dirige maintenant le parti national ecosais"
    assert "«\u00a0qui dirige maintenant le parti national écossais\u00a0»" in answer.notice
    right = assistant.ask("Qui dirige maintenant le Parti national écossais ?")
    assert not right.notice
    assert [hit.passage.id for hit in answer.hits] == [hit.passage.id for hit in right.hits]


def test_a_follow_up_leans_on_what_the_question_before_meant(assistant: Assistant) -> None:
    turn = Turn("qui dirige le parti national ecosais", assistant.ask("Qui dirige le parti écossais ?"))
    followed = assistant.ask("et depuis quand ?", history=[turn])
    assert "écossais" in followed.notice
    assert "ecosais" not in followed.notice


def test_new_articles_bring_new_words(assistant: Assistant, home: Path) -> None:
    assert assistant.ask("ou est le volkan").notice == ""
    article = assistant.article("parti")
    Library(home / "library").put(replace(article, id="volcan", paragraphs=("Le Vésuviolo se réveille.",)))
    assistant.sync()
    assert "Vésuviolo" in assistant.ask("ou est le vesuvilo").notice
