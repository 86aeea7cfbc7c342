"""The bilingual vocabulary and where its embeddings start."""

import numpy as np

from rag.training.alignment import Spelling, start_embeddings, translation_table
from rag.training.vocabulary import SPECIAL, bilingual_tokenizer, french_pieces, latin, merge, pieces_of

PIECES = ("[PAD]", "the", "war", "election", "##s", "战", "rare", "e", "##t", "##e")
TEACHER = {piece: number for number, piece in enumerate(PIECES)}


def test_the_vocabulary_keeps_all_french_and_the_most_frequent_english() -> None:
    merged = merge(TEACHER, ["la", "guerre", "élection"], size=len(SPECIAL) + 5)
    assert merged == [*SPECIAL, "la", "guerre", "élection", "the", "war"]


def test_other_scripts_are_not_latin() -> None:
    assert all(map(latin, ("été", "##s", "12", "œ")))
    assert not any(map(latin, ("战", "война", "##ж", "")))


def test_french_pieces_keep_their_accents() -> None:
    pieces = french_pieces(["L’été à Évian, c'est l'été."] * 5, 60)
    assert "été" in pieces
    assert not any(piece != piece.lower() and not piece.startswith("[") for piece in pieces)


def test_the_tokenizer_lowers_keeps_accents_and_marks_both_ends() -> None:
    pieces = [*SPECIAL, "l", "'", "élection", "##s"]
    tokenizer = bilingual_tokenizer(pieces)
    assert tokenizer.encode("L’Élections").tokens == ["[CLS]", "l", "'", "élection", "##s", "[SEP]"]
    assert tokenizer.encode("E\u0301lection", add_special_tokens=False).tokens == ["élection"]
    assert pieces_of(tokenizer) == pieces


def test_alignment_learns_the_words_that_go_together() -> None:
    guerre, paix, la = 10, 11, 12
    war, peace, the = 2, 1, 0
    sources = [[la, guerre], [la, paix], [guerre], [la, guerre, paix]]
    targets = [[the, war], [the, peace], [war], [the, war, peace]]
    table = translation_table(sources * 5, targets * 5, iterations=8)
    assert max(table[guerre], key=table[guerre].__getitem__) == war
    assert max(table[paix], key=table[paix].__getitem__) == peace
    assert all(abs(sum(found.values()) - 1) < 0.1 for found in table.values())


def test_a_piece_starts_as_itself_or_its_translations_or_its_spelling() -> None:
    rows = np.eye(10, dtype=np.float32)
    pieces = ["war", "guerre", "été", "ж"]
    started = start_embeddings(pieces, TEACHER, rows, {1: {2: 0.75, 1: 0.25}}, Spelling(TEACHER))
    assert started[0].argmax() == 2
    assert started[1, [1, 2]].tolist() == [0.25, 0.75]
    assert started[2].nonzero()[0].tolist() == [7, 8, 9]
    assert np.allclose(started[3], rows.mean(axis=0))


def test_the_middle_of_a_word_is_spelt_with_continuations() -> None:
    assert Spelling(TEACHER)("##té") == [8, 9]
    assert Spelling(TEACHER)("##x") == []
