"""News written for training: how it is read, and what a near miss teaches."""

import random
import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest
from tokenizers import Tokenizer
from toys_training import write_toy

from rag.answering.reader import Reading
from rag.training.corpora import Question, lines_of
from rag.training.examples import Cutter, answer_of, source
from rag.training.ground import from_questions
from rag.training.reader_quality import examine
from rag.training.vocabulary import SEP
from rag.training.written import named, written

LINES = """
== en | The race of Lens
P Anna won the race in Lens on Sunday. Bob came second.
Q fr Qui a gagné ? => Anna
Q en Who came second? => Bob
X en Who came third?

P The mayor gave 200 euros.
Q fr Combien a donné la maire ? => 200 euros
""".splitlines()
NEWS = Path("rag/training/news.txt")
ASKED = Path("rag/training/asked.txt")


def test_every_line_becomes_what_it_says() -> None:
    questions = list(written(LINES))
    assert [(q.text, answer_of(q), q.language, q.missing) for q in questions] == [
        ("Qui a gagné ?", "Anna", "fr", False),
        ("Who came second?", "Bob", "en", False),
        ("Who came third?", "", "en", True),
        ("Combien a donné la maire ?", "200 euros", "fr", False),
    ]
    assert {q.article for q in questions} == {"The race of Lens"}
    assert questions[3].context == "The mayor gave 200 euros."


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Q de Wer ? => Anna", "neither title"),
        ("Q en Who? => Carl", "'Carl' 0 times"),
        ("Q en Who? => o", "'o' 0 times"),  # inside words only
        ("Q en Which place? => in", "'in' 2 times"),
        ("Q en Who?", "'' "),
    ],
)
def test_a_line_that_cannot_be_learnt_from_is_named(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=f"line 3.*{why}"):
        list(written(["== en | Race", "P Anna won in Lens, in time.", line]))


def test_questions_may_be_asked_over_the_paragraphs_of_another_file() -> None:
    given = named([Question("Who came?", "Anna came to Lens.", "Lens", "en", (0, 4))])
    (digest,) = given
    where, which = written([f"# {digest}", "Q fr Où est-elle venue ? => Lens", "X en Who left?"], given)
    assert (answer_of(where), where.context, where.article) == ("Lens", "Anna came to Lens.", "Lens")
    assert which.missing
    with pytest.raises(ValueError, match=f"line 1: no paragraph '{digest}'"):
        list(written([f"# {digest}"]))


def test_a_near_miss_is_read_alone_and_is_no_paragraph_to_find(tmp_path: Path) -> None:
    asked = source(written(LINES), 1.0, random.Random(1))
    tokenizer = Tokenizer.from_file(str(write_toy(tmp_path) / "tokenizer.json"))
    groups = list(islice(Cutter(tokenizer, [asked], random.Random(1)).groups(1), 4))
    assert sum(group[0].answerable for group in groups) == 3
    (missed,) = (group for group in groups if not group[0].answerable)
    assert len(missed) == 1
    assert missed[0].span is None
    found = from_questions(written(LINES), 1.0)
    assert [paragraph.questions for paragraph in found] == [
        ("Qui a gagné ?", "Who came second?"),
        ("Combien a donné la maire ?",),
    ]


def test_most_paragraphs_come_with_the_title_of_their_own_article(tmp_path: Path) -> None:
    tokenizer = Tokenizer.from_file(str(write_toy(tmp_path) / "tokenizer.json"))
    title = tokenizer.encode("The race of Lens", add_special_tokens=False).ids
    for titled in (True, False):
        asked = source(written(LINES), 1.0, random.Random(1), titled=titled)
        groups = islice(Cutter(tokenizer, [asked], random.Random(1)).groups(0), 100)
        with_title = sum(example.question[-len(title) - 1 :] == [SEP, *title] for (example,) in groups)
        assert (50 < with_title < 90) if titled else with_title == 0


class _Certain:
    """Is sure of everything."""

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> tuple[Reading, ...]:
        return tuple(Reading(0.5, 0, 4, 0.9) for _ in passages)


def test_a_reader_that_answers_a_near_miss_is_marked_down() -> None:
    marks = examine(_Certain(), list(written(LINES[:6])))
    assert marks.accuracy == 0.5
    assert marks.f1 == 0.5  # near misses have no words to be marked on


def test_the_news_of_the_project_can_be_learnt_from() -> None:
    questions = list(written(lines_of(NEWS)))
    missing = sum(question.missing for question in questions)
    french = sum(question.language == "fr" for question in questions)
    assert 0.2 < missing / len(questions) < 0.5
    assert 0.4 < french / len(questions) < 0.6


def test_the_questions_over_given_paragraphs_are_each_asked_once_and_often_missing() -> None:
    lines = list(lines_of(ASKED))
    digests = [line for line in lines if re.fullmatch("# [0-9a-f]{12}", line)]
    answered = [line for line in lines if re.fullmatch(r"Q (fr|en) .+ => \S.*", line)]
    missing = [line for line in lines if re.fullmatch("X (fr|en) .+", line)]
    assert len(lines) == len(digests) + len(answered) + len(missing)
    assert len(digests) == len(set(digests)) > 2000
    assert len(missing) > len(lines) / 4
    french = sum(line[2:4] == "fr" for line in (*answered, *missing))
    assert 0.4 < french / len(lines) < 0.6
