"""What the recipes read, and what they make of it before any training."""

import gzip
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rag.training.cloze import clozes
from rag.training.corpora import Pair, Question, key, read_pairs, read_questions, without
from rag.training.examples import held_out, source, token_span
from rag.training.ground import Paragraph, clusters, merged, neighbours
from rag.training.mix import Share, join, mistype, run, take
from rag.training.sections import read_sections


def _pairs(folder: Path, lines: list[str]) -> Path:
    file = folder / "pairs.tsv.gz"
    file.write_bytes(gzip.compress("\n".join(lines).encode()))
    return file


def _rows(folder: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    file = folder / "rows.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


def test_pairs_are_tidied_and_what_is_no_translation_is_dropped(tmp_path: Path) -> None:
    file = _pairs(tmp_path, [
        "The  law.\tLa loi.",
        "The law.\tLa loi.",  # the same once tidied
        "Yes\tOui, et je voudrais encore dire beaucoup de choses à ce sujet",  # lengths too different
        "only one side",
        "It’s over\tC’est fini",
    ])  # fmt: skip
    assert list(read_pairs(file)) == [Pair("The law.", "La loi.", 0), Pair("It's over", "C'est fini", 4)]


def test_a_pair_that_shares_a_side_with_a_test_set_is_left_out() -> None:
    pairs = [Pair("The war is over!", "La guerre est finie."), Pair("Peace", "La paix")]
    assert list(without(pairs, {key("The war is over")})) == [pairs[1]]


def test_a_span_that_is_not_in_its_context_is_dropped(tmp_path: Path) -> None:
    row = {"lang": "fr", "question": "Qui ?", "context": "Marie est venue.", "title": "M"}
    rows = [
        {**row, "answer_text": "Marie", "answer_start": 0},
        {**row, "answer_text": "Marie", "answer_start": 3},
        {**row, "is_impossible": True},
    ]
    assert [q.span for q in read_questions(_rows(tmp_path, rows))] == [(0, 5), None]


def test_a_paragraph_asked_about_in_two_files_is_one() -> None:
    first = Paragraph("Marie est venue.", ("Qui ?",), "M", 2.0)
    second = replace(first, questions=("Who came?", "Qui ?"), share=1.5)
    other = replace(first, text="Marie est partie.")
    assert merged([first, other, second]) == [
        replace(first, questions=("Qui ?", "Who came?"), share=3.5),
        other,
    ]


def test_a_run_joins_neighbours_and_stops_where_a_line_is_missing() -> None:
    pairs = [Pair("a", "un", 0), Pair("b", "deux", 1), Pair("c", "trois", 3), Pair("d", "quatre", 4)]
    runs = {tuple(p.line for p in run(pairs, 0, random.Random(seed))) for seed in range(20)}
    assert runs == {(0, 1)}
    assert join(pairs[:2]) == Pair("a b", "un deux", 0)


def test_the_mix_takes_what_it_is_asked_and_repeats_itself(tmp_path: Path) -> None:
    file = _pairs(tmp_path, [f"line number {n}\tligne numéro {n}" for n in range(40)])
    share = Share(file, sentences=10, runs=3)
    taken = take(share, {key("line number 7")}, random.Random(1))
    assert len(taken) == 13
    assert not any("number 7" in pair.english.split("line ") for pair in taken)
    assert taken == take(share, {key("line number 7")}, random.Random(1))


@given(st.text(max_size=40), st.integers())
def test_a_mistyped_text_is_never_empty_unless_the_text_was(text: str, seed: int) -> None:
    assert bool(mistype(text, random.Random(seed))) == bool(text)


def test_a_mistyped_question_has_no_accents_no_capitals_and_no_mark() -> None:
    assert mistype("Où est né ?", random.Random(0)) == "ou est ne"


def test_sections_with_vague_headings_are_dropped_and_tested_acts_kept_apart(tmp_path: Path) -> None:
    heading = "Powers of the new board"
    rows = [
        {"act_en": f"Act {n}", "query_en": title, "query_fr": title, "text_en": "text", "text_fr": "texte"}
        for n in range(60)
        for title in (heading, "Definitions")
    ]
    file = _rows(tmp_path, rows)
    trained, tested = (read_sections(file, held_out=flag) for flag in (False, True))
    assert {section.headings["en"] for section in (*trained, *tested)} == {heading}
    assert len(trained) + len(tested) == 60
    assert tested
    assert not {s.act for s in trained} & {s.act for s in tested}


def _questions(folder: Path) -> Path:
    rows = [
        {"lang": "en", "question": "Who won the race?", "context": "Anna won the race.", "title": "Race",
         "answer_text": "Anna", "answer_start": 0},
        {"lang": "en", "question": "Who lost the race?", "context": "Bob lost it.", "title": "Race",
         "answer_text": "Bob", "answer_start": 0},
        {"lang": "en", "question": "Who saw it?", "context": "Anna saw Bob run.", "title": "Race",
         "answer_text": "Anna", "answer_start": 0},
        {"lang": "en", "question": "What is cheese?", "context": "Cheese is food.", "title": "Cheese",
         "answer_text": "food", "answer_start": 10},
    ]  # fmt: skip
    return _rows(folder, rows)


def test_no_unanswering_paragraph_holds_the_answer(tmp_path: Path) -> None:
    made = source(read_questions(_questions(tmp_path)), 1.0, random.Random(1))
    assert 2 not in made.unanswering[0]  # the other paragraph with Anna
    assert 1 in made.unanswering[0]
    assert all(own not in others for own, others in zip(made.place, made.unanswering, strict=True))


def test_a_paragraph_that_stands_under_two_titles_does_no_harm() -> None:
    once = Question("who won ?", "anna won", "race", "en", (0, 4))
    asked = source([once, replace(once, article="sport")], 1.0, random.Random(1))
    assert asked.place == (0, 0)


def test_one_article_in_ten_is_held_out_whole(tmp_path: Path) -> None:
    questions = list(read_questions(_questions(tmp_path)))
    assert len({held_out(question) for question in questions[:3]}) == 1


def test_neighbours_come_from_the_same_article_and_clusters_keep_them_together() -> None:
    paragraphs = [
        Paragraph("the war in the east", ("where is the war",), "war", 1.0),
        Paragraph("the price of bread", ("what costs bread",), "war", 1.0),
        Paragraph("the war in the west", ("where was the war",), "other", 1.0),
        Paragraph("a song about love", ("what is sung",), "song", 1.0),
    ]
    alike = neighbours(paragraphs, 2, random.Random(1))
    assert alike[0] == [1, 2]
    batch = next(clusters([1.0, 0.0, 0.0, 0.0], alike, [5] * 4, 15, random.Random(1)))
    assert sorted(batch) == [0, 1, 2]


def test_a_span_of_characters_becomes_the_tokens_that_touch_it() -> None:
    offsets = [(0, 3), (4, 8), (8, 10), (11, 14)]
    assert token_span(offsets, (4, 10)) == (1, 2)
    assert token_span(offsets, (5, 6)) == (1, 1)
    assert token_span(offsets, (3, 4)) is None


def test_a_cloze_asks_in_the_other_language_for_a_word_written_alike_in_both(tmp_path: Path) -> None:
    lines = [
        "Then minister Anna Lindh opened the debate.\tPuis la ministre Anna Lindh a ouvert le débat.",
        "The report cites 1,200 cases of fraud.\tLe rapport cite 1 200 cas de fraude.",
        *(f"We met Romano Prodi on evening {n}.\tNous avons vu Romano Prodi un soir {n}a." for n in range(6)),
    ]
    found = clozes(_pairs(tmp_path, lines), 8, random.Random(1))
    assert found
    for question in found:
        assert question.span is not None
        answer = question.context[slice(*question.span)]
        assert answer in {"Anna Lindh", "Romano Prodi"}
        assert answer not in question.text
        french = {"ministre", "avons"} & set(question.text.split())
        assert bool(french) == (question.language == "en")


def test_no_answer_is_asked_for_too_often(tmp_path: Path) -> None:
    lines = [f"On day {n} we met Romano Prodi.\tLe jour {n} nous avons vu Romano Prodi." for n in range(80)]
    found = clozes(_pairs(tmp_path, lines), 80, random.Random(1))
    prodi = [q for q in found if q.span and q.context[slice(*q.span)] == "Romano Prodi"]
    assert 0 < len(prodi) <= 15
