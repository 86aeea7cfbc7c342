"""Files of all kinds: articles where there are some, one clear line where there are none."""

import os
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article, Byline
from corpus.errors import NoArticles, UnreadableArticle
from corpus.importers import find_files, import_file, import_files
from corpus.importers.reading import MAX_BYTES

FRENCH = "Minsk reçoit un train\n\nLe train est arrivé hier à l’aube. Il portait des chars.\n"


def _file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _why(path: Path) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        import_file(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_short_first_line_is_the_title(tmp_path: Path) -> None:
    article = import_file(_file(tmp_path, "2023-01-06_Minsk été.txt", FRENCH))
    assert (article.id, article.language) == ("2023-01-06-minsk-ete", "fr")
    assert article.byline == Byline(
        "Minsk reçoit un train", "2023-01-06_Minsk été.txt", date(2023, 1, 6), None
    )
    assert article.paragraphs == ("Le train est arrivé hier à l’aube. Il portait des chars.",)


def test_otherwise_the_first_sentence_is_the_title_and_stays_text(tmp_path: Path) -> None:
    article = import_file(_file(tmp_path, "a.txt", "The train came. It left.\nNobody saw it.\n"))
    assert article.byline.title == "The train came."
    assert article.byline.published is None
    assert article.paragraphs == ("The train came. It left.", "Nobody saw it.")


def test_a_single_line_is_title_and_text(tmp_path: Path) -> None:
    article = import_file(_file(tmp_path, "a.txt", "The train came"))
    assert (article.byline.title, article.paragraphs) == ("The train came", ("The train came",))


def test_an_endless_title_is_cut_at_a_word(tmp_path: Path) -> None:
    title = import_file(_file(tmp_path, "a.txt", "word " * 500)).byline.title
    assert title.endswith("word…")
    assert len(title) <= 241


def test_wrapped_lines_stay_one_paragraph_and_long_lines_are_paragraphs(tmp_path: Path) -> None:
    wrapped = import_file(_file(tmp_path, "a.txt", "A title\n\nThe train came\nat dawn.\n\nIt left."))
    assert wrapped.paragraphs == ("The train came\nat dawn.", "It left.")
    long = "The train came at dawn and nobody was there to see it. " * 4
    unwrapped = import_file(_file(tmp_path, "b.txt", f"A title\n\n{long}\n{long}"))
    assert unwrapped.paragraphs == (long.strip(), long.strip())


def test_a_text_in_one_endless_line_is_parted_between_sentences(tmp_path: Path) -> None:
    text = " ".join(f"Sentence number {number} says that the train came." for number in range(200))
    paragraphs = import_file(_file(tmp_path, "a.txt", text)).paragraphs
    assert " ".join(paragraphs) == text
    assert 3 <= len(paragraphs) <= 5
    assert all(len(paragraph) <= 3_000 and paragraph.endswith("came.") for paragraph in paragraphs)


def test_a_table_of_many_lines_is_no_article(tmp_path: Path) -> None:
    table = _file(tmp_path, "a.txt", "1;2.\n" * 10_001)
    assert _why(table) == "a.txt: it has 10,001 paragraphs; an article may have 10,000"


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode("utf-8"), FRENCH.encode("utf-8-sig"), FRENCH.encode("utf-16"), FRENCH.encode("utf-32"),
        b"\xfe\xff" + FRENCH.encode("utf-16-be"), FRENCH.encode("cp1252"),
        FRENCH.replace("\n", "\r\n").encode(), FRENCH.replace("ç", "c\u0327").encode(),
        FRENCH.replace("train", "tr\u200bain\u202e").encode(),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-32", "utf-16-be", "cp1252", "crlf", "nfd", "hidden"],
)  # fmt: skip
def test_every_encoding_gives_the_same_article(tmp_path: Path, data: bytes) -> None:
    expected = import_file(_file(tmp_path, "first/a.txt", FRENCH))
    assert import_file(_file(tmp_path, "second/a.txt", data)) == expected


def test_latin_1_is_read(tmp_path: Path) -> None:
    text = "Le président est arrivé à Minsk où il a été reçu."
    assert import_file(_file(tmp_path, "a.txt", text.encode("latin-1"))).paragraphs == (text,)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n\t\r\n", "it is empty"),
        ("a.txt", "\u200b\u202e".encode(), "there is no text in it"),
        ("a.md", b"---\ntitle: x\n---\n", "there is no text in it"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "it is a binary file"),
        ("a.md", b"\x7fELF\x02\x01\x01\x00", "it is a binary file"),
        ("a.txt", "Bonjour".encode("utf-16-le"), "it is a binary file"),
        ("a.txt", b"\x01\x02\x03\x04abc", "it is a binary file"),
        ("a.txt", b"\xe9\x01t\xe9", "it is a binary file"),
        ("a.txt", b"\xe9t\xe9 \x81\x8d", "neither UTF-8 nor"),
        ("a.txt", b"\xff\xfea", "it is a binary file"),
        ("a.docx", b"PK", ".docx cannot be read; convert it to .txt, .md, .html or .pdf"),
        ("noise", b"text", "a file without suffix cannot be read"),
    ],
)
def test_what_is_no_article_gets_one_clear_line(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    assert why in _why(_file(tmp_path, name, data))


def test_a_sparse_file_of_100_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", "")
    os.truncate(path, 100 * 2**20)
    assert _why(path).endswith("it has 100 MB; an article may have 10")


def test_the_largest_file_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", b"a" * MAX_BYTES)
    assert len(import_file(path).paragraphs[0]) == MAX_BYTES
    _file(tmp_path, "a.txt", b"a" * (MAX_BYTES + 1))
    assert "an article may have 10" in _why(path)


def test_a_missing_file_a_folder_and_a_pipe_get_one_clear_line(tmp_path: Path) -> None:
    assert "No such file" in _why(tmp_path / "absent.txt")
    (tmp_path / "folder.txt").mkdir()
    assert "it is not a file" in _why(tmp_path / "folder.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "it is not a file" in _why(tmp_path / "pipe.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_gets_one_clear_line(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", "text")
    path.chmod(0)
    assert "Permission denied" in _why(path)


def test_a_name_that_would_break_the_line_does_not(tmp_path: Path) -> None:
    assert "a?b.txt" in _why(_file(tmp_path, "a\nb.txt", b""))
    article = import_file(_file(tmp_path, "a\nc\u202e.txt", "The text is here."))
    assert (article.id, article.byline.source) == ("a-c", "a?c?.txt")


def test_a_name_without_latin_letters_still_gives_an_id(tmp_path: Path) -> None:
    names = ("новость.txt", "中文.txt")
    first, second = (import_file(_file(tmp_path, name, "Text is here.")).id for name in names)
    assert first != second
    assert first.startswith("article-")


def test_markdown_headings_become_paragraphs(tmp_path: Path) -> None:
    text = "# The train\n\nIt came.\n## Later ##\nIt **left**.\n\n#hashtag stays\n\n# In C#"
    article = import_file(_file(tmp_path, "a.md", text))
    assert article.byline.title == "The train"
    assert article.paragraphs == ("It came.", "Later", "It **left**.", "#hashtag stays", "In C#")


@pytest.mark.timeout(10)
def test_a_hostile_heading_is_read_in_linear_time(tmp_path: Path) -> None:
    hostile = "# a" + " #" * 100_000 + " " * 100_000 + "b"
    article = import_file(_file(tmp_path, "a.md", f"The train came.\n\n{hostile}"))
    assert len(article.paragraphs) == 2


def test_a_file_is_found_as_itself_and_a_folder_in_depth(tmp_path: Path) -> None:
    names = ("b.txt", "a/c.MD", "a/.hidden.txt", ".git/d.txt", "e.jpg", "a/b/f.md")
    for name in names:
        _file(tmp_path, name, "text")
    assert find_files(tmp_path) == tuple(tmp_path / name for name in ("a/b/f.md", "a/c.MD", "b.txt"))
    assert find_files(tmp_path / "e.jpg") == (tmp_path / "e.jpg",)


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", "text")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert find_files(tmp_path) == (path,)


def test_no_article_at_all_is_said(tmp_path: Path) -> None:
    _file(tmp_path, "e.jpg", "text")
    with pytest.raises(NoArticles, match=r"no \.md, \.txt, \.html or \.pdf file in it"):
        find_files(tmp_path)
    with pytest.raises(NoArticles, match="no such file or folder"):
        find_files(tmp_path / "absent")


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    contents: dict[str, str | bytes] = {"a.txt": FRENCH, "b.txt": b"\0", "c.txt": FRENCH}
    outcomes = import_files([_file(tmp_path, name, content) for name, content in contents.items()], 1)
    ids = [outcome.id if isinstance(outcome, Article) else "bad" for _, outcome in outcomes]
    assert ids == ["a", "bad", "c"]


def test_different_files_of_one_name_keep_apart_and_equal_ones_meet(tmp_path: Path) -> None:
    texts = {"x/a.txt": "The train came.", "y/a.txt": "The train left.", "z/a.txt": "The train came."}
    paths = [_file(tmp_path, name, text) for name, text in texts.items()]
    ids = [outcome.id for _, outcome in import_files(paths, 1) if isinstance(outcome, Article)]
    assert ids[0] == ids[2] == "a"
    assert ids[1].startswith("a-")
    assert len(ids[1]) == 10
