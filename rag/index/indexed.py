"""What of a passage is indexed, by words and by vector alike."""

from corpus.article import Passage

INDEXED_TEXT = "title-1"  # changes with `indexed_text`, so that an index made by an older form is refused


def indexed_text(passage: Passage) -> str:
    """The text that stands for ``passage`` in both indexes: its article's title, then the paragraph.

    A paragraph often says "he" or "the agreement"; the title says who and which.
    """
    return f"{passage.byline.title}\n{passage.text}"
