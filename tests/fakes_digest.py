"""Digests of a few articles by their words alone: no model, the same nouns as `rag.digest.desk`."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence

from corpus.article import Article, Language
from corpus.passage import passages_of
from rag.answer import Answer
from rag.answering.citations import abstain, compose
from rag.answering.draft import Question
from rag.digest.briefing import Briefing
from rag.digest.sentences import Sentence, sentences_of
from rag.digest.stories import Story
from rag.digest.telling import ENGINE, quoted, told
from rag.digest.timeline import Entry, Timeline
from ui.answerer import Spoken


class Digests(ABC):
    """Stories are articles whose titles share a long word; a topic is looked for word by word."""

    @abstractmethod
    def articles(self) -> tuple[Article, ...]:
        """All articles, by id."""

    @abstractmethod
    def article(self, article_id: str) -> Article:
        """One article."""

    def summarize(self, article_id: str, *, language: Spoken = "auto") -> Answer:
        """The first sentence of each paragraph, three at most."""
        article = self.article(article_id)
        question = Question(article_id, article.language if language == "auto" else language)
        first = {sentence.passage.id: sentence for sentence in reversed(_sentences(article))}
        chosen = list(reversed(first.values()))[:3]
        proposals = [quoted(sentence, question.language) for sentence in chosen]
        return compose(question, proposals, (), ENGINE, asked=article_id, notice="")

    def timeline(self, topic: str, *, language: Spoken = "auto") -> Timeline:
        """The sentences with a long word of ``topic``, on the day of their articles."""
        question = Question(topic, "fr" if language == "auto" else language)
        wanted = _words(topic)
        dated = sorted(
            (day, order, sentence)
            for article in self.articles()
            for order, sentence in enumerate(_sentences(article))
            if (day := article.byline.published) and wanted & _words(sentence.text)
        )
        if not dated:
            return Timeline(abstain(question, "not_in_corpus", (), ENGINE, asked=topic))
        proposals = [told([sentence], question.language) for _, _, sentence in dated]
        answer = compose(question, proposals, (), ENGINE, asked=topic)
        return Timeline(answer, tuple(Entry(row[0], "published", n) for n, row in enumerate(dated)))

    def briefing(self, days: int, *, language: Spoken = "auto") -> Briefing:
        """All dated articles, whatever ``days``; newest stories first."""
        question = Question("briefing", "fr" if language == "auto" else language)
        groups: list[list[Article]] = []
        for article in sorted(self.articles(), key=lambda one: str(one.byline.published), reverse=True):
            if not article.byline.published:
                continue
            near = [group for group in groups if _words(group[0].byline.title) & _words(article.byline.title)]
            near[0].append(article) if near else groups.append([article])
        if not groups:
            return Briefing(abstain(question, "not_in_corpus", (), ENGINE, asked="briefing"))
        proposals = [told([_sentences(one)[0] for one in group], question.language) for group in groups]
        answer = compose(question, proposals, (), ENGINE, asked="briefing")
        return Briefing(answer, tuple(_story(group) for group in groups))


def _story(group: Sequence[Article]) -> Story:
    languages: tuple[Language, ...] = tuple(dict.fromkeys(article.language for article in group))
    return Story(tuple(article.id for article in group), languages, group[0].byline.published)


def _sentences(article: Article) -> tuple[Sentence, ...]:
    return sentences_of(passages_of(article))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{5,}", text.lower()))
