"""What reports, check-up and errors say, in French and English: one table, its rows by subject."""

from corpus.wording import Line, Row, line, plain
from rag.faults import FAULTS
from rag.misuse import MISUSE

ROWS: dict[str, Row] = {
    "unexpected": (
        "erreur imprévue {kind} : {text} (DEPECHE_DEBUG=1 montre où)",
        "unexpected {kind}: {text} (DEPECHE_DEBUG=1 shows where)",
    ),
    # adding
    "same_text": ("le même texte que {other}, déjà présent", "the same text as {other}, already here"),
    "added": (
        "ajoutés {added}, modifiés {changed}, inchangés {unchanged}, écartés {skipped}",
        "added {added}, changed {changed}, unchanged {unchanged}, skipped {skipped}",
    ),
    "skipped": ("écarté {path} : {why}", "skipped {path}: {why}"),
    "indexed": (
        "ajoutés {added}, modifiés {changed}, retirés {removed}, inchangés {unchanged} · "
        "passages indexés : {passages}",
        "added {added}, changed {changed}, removed {removed}, unchanged {unchanged} · "
        "{passages} passages indexed",
    ),
    # the page, search and chat
    "served": ("Dépêche : {address}", "Dépêche: {address}"),
    "no_hits": ("aucun passage trouvé ; retirez un filtre", "no passage found; take a filter off"),
    "chat": (
        "Posez vos questions aux articles ; une ligne vide met fin à la conversation.",
        "Ask the articles your questions; an empty line ends the conversation.",
    ),
    # the citations of an export
    "held": ("citations qui tiennent : {held} sur {total}", "{held} of {total} citations hold"),
    "finding": (
        "ÉCHEC question {turn} [{marker}] {passage} : {detail}",
        "FAIL question {turn} [{marker}] {passage}: {detail}",
    ),
    "no_paragraph": (
        "l’article a {count} paragraphes, le {place} n’y est pas",
        "the article has {count} paragraphs, not {place}",
    ),
    "not_verbatim": (
        "la citation n’est pas ce que le paragraphe dit à cet endroit",
        "the quote is not what the paragraph says there",
    ),
    "changed": (
        "la citation tient encore, mais le paragraphe autour d’elle a changé",
        "the quote still stands, but the paragraph around it has changed",
    ),
    "other_byline": (
        "titre, source ou date ne sont pas ceux de l’article",
        "title, source or date are not those of the article",
    ),
    "not_vouched": ("{what} n’est pas dans les citations", "{what} is not in the quotes"),
    # the check-up
    "check_ok": ("ok    {name} : {detail}", "ok   {name}: {detail}"),
    "check_failed": ("ÉCHEC {name} : {detail}", "FAIL {name}: {detail}"),
    "check_home": ("dossier", "home"),
    "check_library": ("bibliothèque", "library"),
    "check_model": ("modèle", "model"),
    "check_index": ("index", "index"),
    "check_engine": ("moteur", "engine"),
    "extractive": ("extractif", "extractive"),
    "library": ("articles dans {folder} : {articles}", "articles in {folder}: {articles}"),
    "library_unread": (
        "fichiers illisibles : {bad} sur {total}, d’abord {path} : {why}",
        "unreadable files: {bad} of {total}, first {path}: {why}",
    ),
    "model": ("{fingerprint}, {dimension} dimensions", "{fingerprint}, {dimension} dimensions"),
    "index": (
        "{generation}, articles : {articles}, passages : {passages}, manifeste vérifié",
        "{generation}, articles: {articles}, passages: {passages}, manifest verified",
    ),
    "index_behind": (
        "l’index n’est plus celui de la bibliothèque (articles ajoutés {added}, changés {changed}, "
        "retirés {removed}) ; lancez « depeche index »",
        "the index is no longer that of the library (articles added {added}, changed {changed}, "
        "removed {removed}); run: depeche index",
    ),
    **FAULTS,
    **MISUSE,
}  # fmt: skip


def engine_called(name: str) -> Line:
    """What an engine is called: the extractive one in words of the language, a model by its own name."""
    return told("extractive") if name == "extractive" else plain(name)


def told(key: str, **values: object) -> Line:
    """The line that ``key`` names in ``ROWS``.

    :raises KeyError: no such key.
    """
    return line(ROWS, key, values)
