"""Adding articles, seen without a browser: how far it is, how it is stopped, what came of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

import pytest
from fakes_ui import WordAssistant

from corpus.errors import NoArticles
from rag.adding import add_sources
from rag.answer import AddReport, Skipped
from rag.lines import told
from ui import adding
from ui.intake import Came, Intake
from ui.markup import safe
from ui.strings import say


def _files(folder: Path, count: int) -> list[str]:
    paths = [folder / f"a{n}.txt" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(f"Titre {n}\nParagraphe {n}.\n" if n else "vide", "utf-8")
    return [str(path) for path in paths]


def _told(run: Iterable[tuple[str, Came | None]]) -> Iterator[str]:
    return (html for html, _ in run)


class Slow(WordAssistant):
    """Takes half a second for each file, by its own clock."""

    now = 0.0

    def add(self, paths: Iterable[Path | str]) -> AddReport:
        files = list(paths)
        self.now += 0.5 * len(files)
        return super().add(files)


def _slow() -> tuple[Slow, Intake]:
    slow = Slow()
    return slow, Intake(slow, clock=lambda: slow.now)


def test_adding_tells_how_far_it_is_and_what_came_of_it(tmp_path: Path) -> None:
    slow, intake = _slow()
    first, second, *_, outcome = _told(intake.add(_files(tmp_path, 25), "fr", Event()))
    assert slow.batches == [1, 4, 4, 4, 4, 4, 4]
    assert 'value="0" max="25"' in first
    assert "a0.txt</span>" in first
    assert "Ajout\u00a0: 1 sur 25" in second
    assert "a1.txt · encore 12 secondes environ" in second
    assert "24 articles ajoutés" in outcome
    assert "1 fichier écarté" in outcome
    assert "a0.txt</b> — il ne contient pas de texte</li>" in outcome
    assert str(tmp_path) not in outcome
    assert outcome.count('class="headline"') == adding.LISTED


def test_what_was_added_before_a_stop_stays_and_is_told(tmp_path: Path) -> None:
    slow, intake = _slow()
    halt = Event()
    run = _told(intake.add(_files(tmp_path, 10)[1:], "fr", halt))
    assert "1 sur 9" in [next(run), next(run)][1]
    halt.set()
    (outcome,) = run
    assert "Ajout arrêté après 5 fichiers sur 9. Ce qui est ajouté reste." in outcome
    assert "5 articles ajoutés" in outcome
    assert {"a1", "a5"} <= {one.id for one in slow.articles()}
    assert "a6" not in {one.id for one in slow.articles()}


def test_a_stop_before_the_first_file_adds_nothing(tmp_path: Path) -> None:
    halt = Event()
    halt.set()
    (outcome,) = _told(Intake(WordAssistant()).add(_files(tmp_path, 3), "en", halt))
    assert "Stopped after 0 of 3 files." in outcome


def test_new_articles_can_be_opened_and_asked_about_from_the_report(tmp_path: Path) -> None:
    *_, outcome = _told(Intake(WordAssistant()).add(_files(tmp_path, 3)[1:], "en", Event()))
    assert 'data-open="a1">Titre 1</button>' in outcome
    assert 'data-act="narrow" data-articles="a1 a2"' in outcome


def test_the_same_file_twice_is_added_once(tmp_path: Path) -> None:
    one, other = _files(tmp_path, 2)[1], tmp_path / "copie.txt"
    other.write_bytes(Path(one).read_bytes())
    *_, outcome = _told(Intake(WordAssistant()).add([one, str(other)], "fr", Event()))
    assert "1 article ajouté" in outcome
    assert "le même contenu que a1.txt" in outcome


def test_a_copy_under_another_name_is_said_in_the_readers_language(tmp_path: Path) -> None:
    copy = Skipped("/x/copie.txt", told("same_text", other="pont"))
    report = AddReport((), (), (), (copy,))
    assert "copie.txt</b> — le même texte que pont, déjà présent</li>" in adding.outcome(report, (), (), "fr")
    assert "copie.txt</b> — the same text as pont, already here</li>" in adding.outcome(report, (), (), "en")


def test_the_library_takes_one_text_once(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for name, title in (("pont", "Le pont"), ("pont-bis", "Le même pont"), ("quai", "Le quai")):
        body = "Le quai a fermé." if name == "quai" else "Le pont a rouvert."
        (files / f"{name}.txt").write_text(f"{title}\n\n{body}\n", "utf-8")
    first = add_sources([files / "pont.txt"], tmp_path / "library")
    assert first.added == ("pont",)
    report = add_sources([files], tmp_path / "library")
    assert report.added == ("quai",)
    assert report.unchanged == ("pont",)
    assert report.skipped == (Skipped(str(files / "pont-bis.txt"), told("same_text", other="pont")),)


def test_a_file_of_another_kind_or_size_is_skipped_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "MAX_BYTES", 100)
    assistant = WordAssistant()
    (tmp_path / "big.txt").write_text("x" * 101, "utf-8")
    (tmp_path / "photo.png").write_bytes(b"PNG")
    files = [str(tmp_path / "big.txt"), str(tmp_path / "photo.png"), *_files(tmp_path, 2)[1:]]
    *_, outcome = _told(Intake(assistant).add(files, "en", Event()))
    assert "1 article added" in outcome
    assert 'big.txt</b> — larger than 10 MB' in outcome
    assert 'photo.png</b> — not a .md, .txt, .html, .pdf file' in outcome
    assert assistant.batches == [1]


def test_adding_the_same_again_changes_nothing(tmp_path: Path) -> None:
    intake = Intake(WordAssistant())
    files = _files(tmp_path, 3)[1:]
    list(intake.add(files, "en", Event()))
    *_, outcome = _told(intake.add(files, "en", Event()))
    assert "2 articles already here, unchanged" in outcome


def test_a_failure_while_adding_keeps_the_report_so_far(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant = WordAssistant()
    add = assistant.add

    def fails_later(paths: list[str]) -> AddReport:
        if assistant.batches:
            raise NoArticles("nothing there; give another")
        return add(paths)

    monkeypatch.setattr(assistant, "add", fails_later)
    *_, last = _told(Intake(assistant).add(_files(tmp_path, 20)[1:], "en", Event()))
    assert safe(say("error_NoArticles", "en")) in last
    assert "1 article added" in last


def test_a_pasted_text_becomes_an_article() -> None:
    assistant = WordAssistant(())
    intake = Intake(assistant)
    text = "Le pont a rouvert.\n\nIl mesure dix mètres."
    came = intake.paste("Le pont <b>rouvert</b>", text, "fr")
    assert "1 article ajouté" in intake.told(came, "fr")
    (article,) = assistant.articles()
    assert article.byline.title == "Le pont <b>rouvert</b>"
    assert article.byline.source == "texte collé"
    assert article.paragraphs == ("Le pont a rouvert.", "Il mesure dix mètres.")


def test_two_texts_of_one_title_are_two_articles_and_a_text_without_one_has_its_first_sentence() -> None:
    assistant = WordAssistant(())
    intake = Intake(assistant)
    for title, text in (("Le pont", "Il a rouvert."), ("Le pont", "Il a fermé."), ("", "Rien à dire. Fin.")):
        assert intake.paste(title, text, "fr").report.added
    assert {one.byline.title for one in assistant.articles()} == {"Le pont", "Rien à dire."}
    assert len(assistant.articles()) == 3


@pytest.mark.parametrize("text", ["", "  \n\u00a0"])
def test_nothing_pasted_is_said(text: str) -> None:
    assistant = WordAssistant(())
    intake = Intake(assistant)
    assert safe(say("paste_empty", "en")) in intake.told(intake.paste("Titre", text, "en"), "en")
    assert assistant.batches == []


def test_a_text_of_invisible_signs_is_said_to_be_unreadable() -> None:
    intake = Intake(WordAssistant(()))
    came = intake.paste("", "\u200b\u200b", "en")
    assert came.report.added == ()
    assert 'role="alert"' in intake.told(came, "en")


def test_a_report_is_told_again_in_the_other_language(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"PNG")
    intake = Intake(WordAssistant())
    *_, (_, came) = intake.add([str(tmp_path / "photo.png"), *_files(tmp_path, 2)[1:]], "fr", Event())
    assert came
    told = intake.told(came, "en")
    assert "1 article added" in told
    assert 'photo.png</b> — not a .md, .txt, .html, .pdf file' in told
    assert "Titre 1</button>" in told
