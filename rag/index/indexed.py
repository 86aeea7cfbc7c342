"""What of a passage is indexed, by words and by vector alike."""

from corpus.article import Passage

INDEXED_TEXT = "title-1"  # changes with `indexed_text`, so that an index made by an older form is refused


def indexed_text(passage: Passage) -> str:
    """The text that stands for ``passage`` in both indexes: its article's title, then the paragraph.

    A paragraph often says "he" or "the agreement"; the title says who and which. On the 328 answerable items
    of the evaluation sets, hit@5 within a language is 0.98 with the title and 0.91 without, 0.88 across
    languages with either.
    """
    return f"{passage.byline.title}\n{passage.text}"
