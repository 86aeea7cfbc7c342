"""Another time for the question before: « et en 2018 ? », "and the next day?"."""

from datetime import date, timedelta

from corpus.article import Language
from corpus.text.analyser import content_words
from corpus.text.dates import dates_in, format_date
from rag.answering.beside import Case, Whole, beside, times_in, with_end
from rag.answering.leaning_words import SHIFTED_DAY


def shifted_day(case: Case) -> Whole | None:
    """« Et le lendemain ? »: the day that the question or its answer named, moved by one."""
    shift = SHIFTED_DAY.search(case.typed)
    if not shift:
        return None
    step = 1 if shift["after"] else -1 if shift["before"] else 0
    short = case.turn.answer.short
    for text, language in (
        (case.before.text, case.before.language),
        (short.text if short else "", case.turn.answer.language),
    ):
        for mention in dates_in(text, language):
            if len(mention.value) == len("2022-12-19") and mention.value[0] != "-":
                day = date.fromisoformat(mention.value) + timedelta(days=step)
                if text == case.before.text:
                    moved = text[: mention.start] + format_date(day, language) + text[mention.end :]
                    return Whole(moved, language)
                return beside(case, format_date(day, case.language))
    return None


def other_time(case: Case) -> Whole | None:
    """« Et en 2018 ? »: another time in the place of the one that was asked about, or at the end."""
    if not _is_time(case.rest, case.language) or not case.one_language:
        return None
    text, language = case.before.text, case.before.language
    spans = times_in(text, language)
    for span in reversed(spans):
        text = text[: span.start].rstrip() + text[span.end :]
    return Whole(with_end(text, case.rest), language)


def _is_time(rest: str, language: Language) -> bool:
    """Whether ``rest`` tells a time and nothing else."""
    left = rest
    for span in reversed(times_in(rest, language)):
        left = left[: span.start] + left[span.end :]
    return left != rest and not content_words(left, language)
