"""The command line: thin commands over the assistant; every error is one line with a remedy."""

import signal
import sys
from functools import partial
from importlib import import_module
from itertools import pairwise
from typing import Annotated

import typer

from corpus.article import LANGUAGES, Language
from rag import forms, shown
from rag.cli_add import add
from rag.cli_digest import briefing, summarize, timeline
from rag.cli_eval import evaluate
from rag.cli_export import verify
from rag.cli_options import (
    ArticleLang,
    Articles,
    AsJson,
    Home,
    Lang,
    Since,
    Sources,
    Today,
    Until,
    assistant_of,
    check_names,
    emit,
    filters_of,
    language_of,
    settings_of,
    spoken,
)
from rag.errors import DepecheError, UsageError
from rag.guided import GuidedCommand, GuidedGroup
from rag.lines import told
from rag.settings import Settings, terminal_language
from rag.usage import is_misuse, misuse, whole

MOST_HITS = 100  # passages of one search: more than anybody reads

app = typer.Typer(
    cls=GuidedGroup, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)
command = partial(app.command, cls=GuidedCommand)

command()(add)


@command()
def index(
    lang: Lang = "auto",
    home: Home = None,
    as_json: AsJson = False,
    quiet: Annotated[bool, typer.Option("--quiet")] = False,
) -> None:
    """Print the counts of a synchronisation."""
    language = spoken(lang)
    report = assistant_of(home).sync()
    if not quiet:
        emit(forms.index_form(report), shown.index_report(report, language), as_json=as_json)


@command()
def rebuild(lang: Lang = "auto", home: Home = None, as_json: AsJson = False) -> None:
    """Print the counts of an index made anew."""
    language = spoken(lang)
    report = assistant_of(home).sync(rebuild=True)
    emit(forms.index_form(report), shown.index_report(report, language), as_json=as_json)


@command()
def ask(
    question: str,
    lang: Lang = "auto",
    since: Since = None,
    until: Until = None,
    source: Sources = None,
    article: Articles = None,
    article_lang: ArticleLang = None,
    today: Today = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Print the answer to a question."""
    assistant = assistant_of(home, today)
    filters = filters_of(since, until, source, article, article_lang)
    check_names(assistant, filters)
    answer = assistant.ask(question, language=language_of(lang), filters=filters)
    emit(forms.answer_form(answer), shown.answer(answer), as_json=as_json)


@command()
def search(
    query: str,
    k: Annotated[int, typer.Option("-k", parser=whole("-k"), metavar="N")] = 10,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
    article: Articles = None,
    article_lang: ArticleLang = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Print the passages nearest to a query."""
    if not 1 <= k <= MOST_HITS:
        raise UsageError(told("passages", n=k, most=MOST_HITS))
    assistant = assistant_of(home)
    filters = filters_of(since, until, source, article, article_lang)
    check_names(assistant, filters)
    hits = assistant.search(query, k=k, filters=filters)
    emit(forms.search_form(query, hits), shown.hits(hits, terminal_language()), as_json=as_json)


command()(summarize)
command()(timeline)
command()(briefing)
command()(verify)


@command()
def chat(lang: Lang = "auto", home: Home = None) -> None:
    """Hold a conversation on standard input and output."""
    import_module("rag.chat").converse(assistant_of(home), language_of(lang), sys.stdin, print)


@command()
def ui(
    home: Home = None,
    host: Annotated[str | None, typer.Option("--host", metavar="ADDRESS")] = None,
    port: Annotated[int | None, typer.Option("--port", parser=whole("--port"), metavar="N")] = None,
    expose: Annotated[bool, typer.Option("--expose")] = False,
) -> None:
    """Serve the page until it is stopped."""
    settings = settings_of(home, host=host, port=port)
    import_module("ui.hosts").check_host(settings.host, exposed=expose)  # before what takes a while
    assistant = import_module("rag.assistant").open_assistant(settings)

    def served(address: str) -> None:
        print(told("served", address=address).said(terminal_language()), flush=True)

    import_module("ui.launch").launch(assistant, settings, exposed=expose, told=served)


command("eval")(evaluate)


@command()
def doctor(lang: Lang = "auto", home: Home = None, as_json: AsJson = False) -> None:
    """Print the check-up; with anything wrong the exit code is 1."""
    language = spoken(lang)
    checks = import_module("rag.doctor").examine(assistant_of(home))
    form = {"checks": [check.form(language) for check in checks]}
    emit(form, "\n".join(check.said(language) for check in checks), as_json=as_json)
    raise typer.Exit(0 if all(check.ok for check in checks) else 1)


def main() -> None:
    """Run the command line and leave with the exit code of the contract."""
    # A polite end runs the clean-up: the private copy of the index goes with the process.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of one command: 0 done, 1 a check failed, 2 wrong use, 3 unavailable, 75 busy."""
    debug, language = False, _language(arguments)
    try:
        debug = Settings.from_env().debug
        asked = arguments or ["--help"]
        done = int(app(asked, prog_name="depeche", standalone_mode=False, obj=language) or 0)
        return done if arguments else 2  # nothing was asked for, and how to ask is told
    except DepecheError as error:
        return _fail(error, error.exit_code, language, debug=debug)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:
        if is_misuse(error):
            error = UsageError(misuse(error, arguments))
            return _fail(error, 2, language, debug=debug)
        return _fail(error, 1, language, debug=debug)


def _language(arguments: list[str]) -> Language:
    """What help and errors are told in: the language that ``--lang`` names, else that of the terminal."""
    named = [after for before, after in pairwise(arguments) if before == "--lang"]
    named += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    return next((language for language in LANGUAGES if language in named), terminal_language())


def _fail(error: Exception, code: int, language: Language, *, debug: bool) -> int:
    if debug:
        raise error
    kind, text = type(error).__name__, " ".join(str(error).split())
    line = error.line if isinstance(error, DepecheError) else told("unexpected", kind=kind, text=text)
    print(f"depeche: {line.said(language) or kind}", file=sys.stderr)
    return code


if __name__ == "__main__":
    main()
