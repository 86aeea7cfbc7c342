"""What happens when a reader opens, adds or removes articles: callbacks without Gradio."""

from collections.abc import Sequence

from corpus.article import Article, Language
from corpus.library import Library
from rag.answer import Answer, Filters
from rag.errors import DepecheError
from rag.measured import measured
from ui import adding, reader, render
from ui.answerer import Answerer
from ui.markup import Html
from ui.quality import Kept, quality
from ui.reader import Beside
from ui.starting import noted


class Shelves:
    """The callbacks of the library's rooms; holds no reader's state."""

    def __init__(self, assistant: Answerer) -> None:
        self._assistant = assistant
        self._known: tuple[str, tuple[Article, ...]] = ("", ())

    def table(self, language: Language) -> Html:
        """The articles of the library."""
        try:
            return reader.table(self._listed(), language)
        except Exception as error:
            return render.problem(noted(error), language)

    def reading(
        self, article_id: str, paragraph: int | None, language: Language, *, quotes: Sequence[str] = ()
    ) -> Html:
        """An article in the reader, see `ui.reader.reading`; an empty id means that none is open."""
        if not article_id:
            return reader.nothing_open(language)
        try:
            article = self._assistant.article(article_id)
            return reader.reading(article, paragraph, language, self._beside(article), quotes=quotes)
        except Exception as error:
            return render.problem(noted(error), language)

    def about(self, article_id: str) -> Filters:
        """Filters that let only this article through, or none when it is no longer there."""
        try:
            return Filters(articles=(self._assistant.article(article_id).id,))
        except DepecheError:
            return Filters()

    def remove(self, article_id: str, language: Language) -> tuple[Html, Article | None]:
        """Takes one of the reader's own articles out of the library; returns it for `restore`.

        The sample dispatches are not theirs and stay.
        """
        library = self._own()
        try:
            article = library.get(article_id)
            library.remove(article_id)
            self._assistant.sync()
        except Exception as error:
            return render.problem(noted(error), language), None
        return reader.removed(article, language), article

    def restore(self, article: Article, language: Language) -> Html:
        """Puts an article back that was removed, and opens it."""
        try:
            self._own().put(article)
            self._assistant.sync()
        except Exception as error:
            return render.problem(noted(error), language)
        return self.reading(article.id, None, language)

    def quality(self, language: Language) -> Html:
        """Counts, index and models in plain words."""
        try:
            library = self._assistant.library()
            articles, unread = library.read_all()
            kept = Kept(library.folder, unread, self._assistant.behind(articles))
            return quality(self._assistant.facts(), kept, measured(), language)
        except Exception as error:
            return render.problem(noted(error), language)

    def introduction(self, language: Language) -> Html:
        """What may be added."""
        try:
            sample = self._assistant.facts().sample
        except DepecheError:
            sample = False
        return adding.introduction(language, sample=sample)

    def _listed(self) -> tuple[Article, ...]:
        """All articles, newest first; read once for each state of the index."""
        try:
            generation = self._assistant.facts().generation
        except DepecheError:
            return reader.newest_first(self._assistant.articles())
        if self._known[0] != generation:
            self._known = generation, reader.newest_first(self._assistant.articles())
        return self._known[1]

    def _beside(self, article: Article) -> Beside:
        """What is known of ``article``; without a model it has no gist."""
        listed = [one for one in self._listed() if one.byline.published]
        place = next((n for n, one in enumerate(listed) if one.id == article.id), len(listed))
        return Beside(
            gist=self._gist(article),
            newer=listed[place - 1] if 0 < place < len(listed) else None,
            older=listed[place + 1] if place + 1 < len(listed) else None,
            own=self._assistant.library().folder == self._own().folder,
        )

    def _gist(self, article: Article) -> Answer | None:
        try:
            return self._assistant.summarize(article.id)
        except DepecheError:
            return None

    def _own(self) -> Library:
        return Library(self._assistant.settings.library)
