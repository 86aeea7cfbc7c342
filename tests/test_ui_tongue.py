"""The first page speaks the reader's language before any script has run."""

import json
import urllib.request

import pytest
from chromium_ui import NEEDS_CHROMIUM, started

from corpus.article import Language
from ui.strings import say
from ui.tongue import CONFIG, first_language, spoken

ASKED = [
    ("fr-FR,fr;q=0.9,en;q=0.8", "fr"),
    ("en-GB, en;q=0.9", "en"),
    ("en;q=0.4, fr-CA ;q=0.7", "fr"),
    ("de-DE,de;q=0.9,fr;q=0.5", "fr"),
    ("FR", "fr"),
    ("fr;q=0, en;q=0.1", "en"),
    ("fr;q=much", "en"),
    ("de, *", "en"),
    ("", "en"),
]
REMEMBERED = [
    ("depeche-language=en", "en"),
    ("other=1; depeche-language=fr", "fr"),
    ("depeche-language=xx", "fr"),
    ("depeche-language", "fr"),
]


@pytest.mark.parametrize(("header", "expected"), ASKED)
def test_the_browser_says_what_its_reader_wants(header: str, expected: str) -> None:
    assert first_language({"headers": [(b"accept-language", header.encode())]}) == expected


@pytest.mark.parametrize(("cookie", "expected"), REMEMBERED)
def test_a_choice_is_remembered_over_what_the_browser_wants(cookie: str, expected: str) -> None:
    headers = [(b"accept-language", b"fr"), (b"cookie", cookie.encode())]
    assert first_language({"headers": headers}) == expected


def test_no_text_ends_the_script_that_it_stands_in() -> None:
    config = {"components": [{"type": "state", "props": {}}, {"type": "html", "props": {"value": "Un"}}]}
    page = f'<html lang="en"><script>{CONFIG}{json.dumps(config)};</script>'
    rewritten = spoken(page, "fr", [{"value": "</script>'&"}])
    assert rewritten.startswith('<html lang="fr"><script>')
    assert rewritten.count("</script>") == 1
    told = json.loads(rewritten.partition(CONFIG)[2].removesuffix(";</script>"))
    assert told["components"][1]["props"]["value"] == "</script>'&"
    assert spoken("<html>busy</html>", "fr", []) == "<html>busy</html>"


@pytest.mark.parametrize(("language", "other"), [("fr", "en"), ("en", "fr")])
def test_the_first_html_holds_no_word_of_the_other_language(
    site: str, language: Language, other: Language
) -> None:
    request = urllib.request.Request(site, headers={"Accept-Language": language})  # noqa: S310
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
        page = answer.read().decode()
        assert answer.headers["vary"] == "accept-language, cookie"
    assert f'<html\n\tlang="{language}"' in page
    for key in ("tab_overview", "tab_quality", "ask", "welcome", "halt", "paste_text", "topic_title"):
        written, strange = (json.dumps(say(key, one)).strip('"') for one in (language, other))
        assert written in page
        assert f'"{strange}"' not in page


@pytest.mark.browser
@NEEDS_CHROMIUM
@pytest.mark.parametrize(("locale", "french"), [("en-GB", False), ("fr-FR", True)])
def test_the_reader_never_sees_the_other_language(site: str, locale: str, french: bool) -> None:
    watch = """new MutationObserver(() => {
        const tab = document.querySelector('#rooms [role=tab][data-tab-id=overview]');
        const told = document.querySelector('#nameplate .facts');
        for (const one of [tab, told]) if (one) (window.told ??= new Set()).add(one.textContent.trim());
        (window.tongues ??= new Set()).add(document.documentElement.lang);
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });"""
    with started() as browser:
        page = browser.new_page(locale=locale)
        page.add_init_script(watch)
        page.goto(site)
        page.wait_for_selector(".example")
        told, tongues = page.evaluate("[[...window.told], [...window.tongues].filter(Boolean)]")
    assert say("tab_overview", "fr" if french else "en") in told
    assert say("tab_overview", "en" if french else "fr") not in told
    assert say("preparing", "en" if french else "fr") not in told
    assert tongues == ["fr" if french else "en"]
