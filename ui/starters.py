"""Questions to begin with: what stands on the page before anything has been asked."""

from itertools import islice

from corpus.article import Language
from rag.answer import Facts
from rag.errors import DepecheError
from ui import masthead
from ui.answerer import Answerer
from ui.markup import Html
from ui.strings import say

EXAMPLES = 4  # questions offered on the empty page: two rows of two


class Starters:
    """The questions of one app, found once for each state of the index."""

    def __init__(self, assistant: Answerer) -> None:
        self._assistant = assistant
        self._known: dict[Language, tuple[str, tuple[str, ...]]] = {}

    def welcome(self, language: Language) -> Html:
        """The empty state with questions that the library answers."""
        return masthead.welcome(self.examples(language), language)

    def examples(self, language: Language) -> tuple[str, ...]:
        """At most `EXAMPLES` questions that the articles answer; no chat model is called to find out."""
        try:
            facts = self._assistant.facts()
            if self._known.get(language, ("",))[0] != facts.generation:
                self._known[language] = facts.generation, self._found(facts, language)
        except DepecheError:
            return ()  # the masthead says what is wrong
        return self._known[language][1]

    def _found(self, facts: Facts, language: Language) -> tuple[str, ...]:
        """Those about the sample dispatches are chosen by hand, others made from the articles' sentences.

        Where the sentences give too few, articles are asked about by their titles.
        """
        if facts.sample:
            return tuple(say(f"example_{n}", language) for n in range(1, EXAMPLES + 1))
        found = self._assistant.suggestions(EXAMPLES, language=language)
        if len(found) == EXAMPLES or facts.engine != "extractive":
            return found
        own = [article for article in self._assistant.articles() if article.language == language]
        about = (say("example_about", language, title=one.byline.title) for one in own[: 2 * EXAMPLES])
        answered = (one for one in about if self._assistant.ask(one).status != "abstained")
        return (*found, *islice(answered, EXAMPLES - len(found)))
