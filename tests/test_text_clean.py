"""Stored text hides nothing and is not altered otherwise."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.clean import blocks, clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Été\u00a0», 1\u202f000 €…", "« Été\u00a0», 1\u202f000 €…"),
        ("e\u0301te\u0301", "été"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\tb", "a\tb"),
        ("a\x0cb\u2029c", "a\n\nb\n\nc"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("a\x00b\x07c\x7f", "abc"),
        ("sur\u00adtout", "surtout"),
        ("a\u200bb\u200dc\ufeffd\u2060e", "abcde"),
        ("\u202eabc\u202c\u2066d\u2069", "abcd"),
        ("a\U000e0041b\U000e0100c\ufe0fd", "abcd"),
        ("Київ 中文 😀", "Київ 中文 😀"),
        ("e\u200b\u0301", "é"),
        ("a\ud800b", "ab"),
    ],
)
def test_only_what_hides_is_taken_out(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_clean_text_is_nfc_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once == normalize("NFC", once)
    once.encode()


def test_blank_lines_part_blocks() -> None:
    assert blocks(" a\nb \n \n\n\u00a0\nc\n") == ("a\nb", "c")
