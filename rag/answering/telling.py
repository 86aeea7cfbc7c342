"""What whole articles name, so that a question about Pelé is not answered from an article without him."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from corpus.article import Language
from corpus.text.words import word_set
from rag.answering.draft import Question
from rag.answering.names import is_said, keys_of, singular_words, spellings_of
from rag.answering.spans import names_in

if TYPE_CHECKING:
    from rag.index.reading import Index

Naming = Callable[[str], frozenset[str]]

_SHORT = 3  # letters of what may stand for other words in the article: CEO, « président-directeur général »
# Seats of power that stand for those who sit there: what “Wellington” pays, « le gouvernement » does.
_SEATS = word_set("""
    abidjan abuja accra amman amsterdam ankara asuncion astana bagdad baghdad bakou baku bamako bangkok
    bangui belgrade berlin berne bern beyrouth beirut bissau bogota brasilia bratislava brazzaville
    budapest bujumbura canberra capitole capitol caracas chisinau colombo conakry cotonou dacca dakar
    dhaka doha dublin dushanbe elysee erevan yerevan hanoi harare havane havana helsinki islamabad
    jakarta jerusalem kaboul kabul kampala khartoum kigali kinshasa kremlin lima ljubljana lome luanda
    lusaka madrid male managua manila manille maputo maison-blanche mascate matignon minsk mogadiscio
    mogadishu monrovia montevideo muscat nairobi ndjamena niamey nicosie nicosia nouakchott oslo ottawa
    ouagadougou paris pentagone pentagon port-au-prince prague pretoria quito rabat riga riyad riyadh
    rome sanaa santiago sarajevo seoul skopje sofia stockholm tachkent tashkent taipei tallinn tbilissi
    tbilisi tirana tokyo tripoli tunis vaduz vatican vienne vienna vilnius washington wellington
    whitehall windhoek yaounde zagreb
""")


class Telling:
    """The keys and spellings of an article's words by its id, kept while the index stays the same."""

    def __init__(self, index: "Callable[[], Index]") -> None:
        self._index = index
        self._lock = Lock()
        self._generation = ""
        self._known: dict[str, frozenset[str]] = {}

    def __call__(self, article_id: str) -> frozenset[str]:
        """All its words as `rag.answering.names` writes them. Raises as `Assistant.ask`."""
        index = self._index()
        with self._lock:
            if index.generation != self._generation:
                self._generation, self._known = index.generation, {}
            if article_id not in self._known:
                (passages,) = index.of_articles([article_id])
                texts = [*(passage.byline.title for passage in passages[:1]), *(p.text for p in passages)]
                self._known[article_id] = keys_of(texts) | spellings_of(texts)
            return self._known[article_id]


def tells_of(question: Question, language: Language, there: frozenset[str]) -> bool:
    """Whether an article in ``language`` whose words are ``there`` names what ``question`` names.

    In the question's own language every name, by one of its words (« M. Dupont » is Jean Dupont); else one
    of them, for others may be translated.
    """
    rare = {word for word in singular_words(question.subject) if len(word) > _SHORT} - _SEATS
    names = (question.subject[name.start : name.end] for name in names_in(question.subject, question.spoken))
    words = [rare & spellings_of([name]) for name in names]
    said = [any(is_said(word, there) for word in name) for name in words if name]
    return all(said) if language == question.spoken else any(said) or not said
