"""Bring your own: items of one's own about articles of one's own, without gate: `depeche eval --set`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from corpus.article import Article, Passage
from corpus.library import open_library
from eval.errors import BadBaseline, BadItem
from eval.explain import worded
from eval.items import Item
from eval.judged import digests_of, explain_one, judged
from eval.loader import broken_twin, complaint, doubled, lines_of, read_line
from eval.matchers import Statement, matched
from eval.phrases import Phrase, joined, phrase, told
from eval.pins import passages_by_id
from eval.report import clear_reports, give, say
from eval.run import Shipped, run
from eval.wish import Wish, choose
from rag.assistant import open_assistant
from rag.settings import SAMPLE_ARTICLES, Settings


def measure_own(
    sets: Path,
    settings: Settings,
    wish: Wish,
    *,
    opened: Callable[[Settings], Shipped] = open_assistant,
) -> int:
    """Measures the assistant on the items of ``sets`` and the articles in the home of ``settings``.

    Every complaint about the items is printed first; with one, nothing is measured. Returns 0, or 2.

    :raises EvalError: a wish that only the shipped set can fulfil, or one for items that are not there.
    :raises Unavailable: the model is missing or altered (exit 3).
    """
    if wish.update or wish.pin:
        raise BadBaseline(phrase("--update and --pin are about the shipped items; leave out --set"))
    if wish.out:
        clear_reports(wish.out)
    files = files_of(sets)
    library = open_library(settings.library, SAMPLE_ARTICLES)
    articles = tuple(library.articles())
    items, complaints = examine(files, articles)
    if complaints:
        refused = told("{sets}: nothing is measured until this is put right", wish.language, sets=sets)
        say((refused, *(f"  {why.said(wish.language)}" for why in complaints)))
        return 2
    assistant = opened(settings)
    assistant.sync()
    outcomes = run(choose(items, wish), assistant)
    passages = passages_by_id(articles)
    if wish.explain:
        return explain_one(outcomes[0], passages, wish.language)
    record = judged(outcomes, passages, digests_of(files, library, assistant.facts()), None)
    give(record, passages, wish)
    return record.exit_code


def files_of(sets: Path) -> tuple[Path, ...]:
    """The files of items that ``sets`` is or holds.

    :raises BadItem: there is none.
    """
    files = tuple(sorted(sets.glob("*.jsonl"))) if sets.is_dir() else (sets,)
    if not files or not files[0].is_file():
        why = "{sets} is no file of items and no folder of *.jsonl; eval/README.md shows one"
        raise BadItem(phrase(why, sets=sets))
    return files


def examine(
    files: Sequence[Path], articles: Sequence[Article]
) -> tuple[tuple[Item, ...], tuple[Phrase, ...]]:
    """The items of ``files``, and everything that is wrong with any, each with file, line and id."""
    items: dict[str, Item] = {}
    places: dict[str, str] = {}
    complaints: list[Phrase] = []
    for path in files:
        for number, line in enumerate(lines_of(path), start=1):
            place = f"{path.name}:{number}"
            try:
                item = read_line(line, place)
            except BadItem as error:
                complaints.append(error.args[0])
                continue
            if item.id in items:
                complaints.append(doubled(item, place, places[item.id]))
            items[item.id], places[item.id] = item, place
    passages = passages_by_id(articles)
    for item in items.values():
        doubts = _doubts(item, items, passages)
        complaints += [complaint(places[item.id], item.id, why) for why in doubts]
    return tuple(items.values()), tuple(complaints)


def _doubts(item: Item, items: dict[str, Item], passages: Mapping[str, Passage]) -> Iterator[Phrase]:
    """What keeps ``item`` from being answerable as its author thinks."""
    if item.twin and (why := broken_twin(item, items)):
        yield why
    unknown = [ref for ref in item.passage_ids if ref not in passages]
    yield from (_unknown(ref, passages) for ref in unknown)
    if unknown:
        return
    gold = [passages[ref] for group in item.gold for ref in group]
    said = [Statement(passage.text, passage.language) for passage in gold]
    for nugget in item.nuggets:
        if item.gold and nugget.vital and not any(matched(way, said) for way in nugget.any_of):
            fact = joined(" or ", map(worded, nugget.any_of))
            yield phrase("no gold passage states nugget {name} ({fact})", name=nugget.id, fact=fact)
    for value in item.forbidden:
        if matched(value, said):
            yield phrase("a gold passage states {value}, which is forbidden", value=worded(value))


def _unknown(ref: str, passages: Mapping[str, Passage]) -> Phrase:
    article, _, asked = ref.partition("#")
    own = [known.partition("#")[2] for known in passages if known.partition("#")[0] == article]
    if own:
        why = "article {article} has no passage {asked}, but {own}"
        return phrase(why, article=article, asked=asked, own=", ".join(own))
    near = get_close_matches(article, {known.partition("#")[0] for known in passages}, n=1)
    if near:
        why = "no article {article} in the library; did you mean {near}?"
        return phrase(why, article=article, near=near[0])
    return phrase("no article {article} in the library; depeche search --json shows the ids", article=article)
