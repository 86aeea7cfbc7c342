"""Every string of the interface, in French and English: one row per key, never two tables that drift.

The French column is written with plain spaces; `typeset` puts the no-break spaces in, so that a
reader of this file sees words and a reader of the page sees French typography.
"""

from corpus.article import Language
from corpus.text.typography import number, typeset
from corpus.wording import Row
from ui.controls import CONTROLS
from ui.measures import MEASURES
from ui.messages import MESSAGES
from ui.tellings import TELLINGS

_ROWS: dict[str, Row] = {
    # masthead
    "tagline": (
        "Demandez à vos articles, en français ou en anglais. Chaque phrase de la réponse renvoie au passage "
        "qui la fonde ; si les articles ne le disent pas, la réponse le dit.",
        "Ask your articles, in French or English. Every sentence of the answer points to the passage behind "
        "it; if the articles do not say it, the answer says so.",
    ),
    "articles_one": ("{n} article", "{n} article"),
    "articles_many": ("{n} articles", "{n} articles"),
    "newest": ("dernier : {day}", "newest: {day}"),
    "sample": ("dépêches d’exemple", "sample dispatches"),
    "no_llm": ("sans LLM · hors ligne", "no LLM · offline"),
    "with_llm": ("LLM : {engine}", "LLM: {engine}"),
    "preparing": ("préparation des modèles…", "getting the models ready…"),
    "interface_language": ("Langue de l’interface", "Interface language"),
    "theme": ("Clair / sombre", "Light / dark"),
    # tabs
    "tab_questions": ("Questions", "Questions"),
    "tab_articles": ("Articles", "Articles"),
    "tab_add": ("Ajouter", "Add"),
    # questions
    "welcome": ("Que voulez-vous savoir ?", "What would you like to know?"),
    "examples": ("Les articles y répondent :", "The articles answer these:"),
    # what the sample dispatches answer in a few words; tests/test_ui_real.py asks them
    "example_1": ("Quelle banque a racheté Credit Suisse ?", "Which bank took over Credit Suisse?"),
    "example_2": (
        "Combien de morts le cyclone Freddy a-t-il faits au Malawi ?",
        "How many people did Cyclone Freddy kill in Malawi?",
    ),
    "example_3": (
        "Quand la CPI a-t-elle émis un mandat d’arrêt contre Vladimir Poutine ?",
        "When was an arrest warrant issued for Vladimir Putin?",
    ),
    "example_4": (
        "Quelle Première ministre a annoncé sa démission en Écosse ?",
        "Which Scottish first minister announced her resignation?",
    ),
    "example_about": (
        "Que disent les articles sur « {title} » ?", "What do the articles say about “{title}”?",
    ),
    "ask_placeholder": ("Posez une question aux articles…", "Ask the articles a question…"),
    "ask": ("Demander", "Ask"),
    "answer_language": ("Langue de la réponse", "Answer language"),
    "answer_auto": ("Réponse : même langue", "Answer: same language"),
    "answer_fr": ("Réponse en français", "Answer in French"),
    "answer_en": ("Réponse en anglais", "Answer in English"),
    "foot": ("Aller à", "Go to"),
    "foot_question": ("Question", "Question"),
    "fr": ("français", "French"),
    "en": ("anglais", "English"),
    "you_asked": ("Question {n}", "Question {n}"),
    "searching": ("Recherche dans les articles…", "Searching the articles…"),
    "reading": ("Lecture des passages trouvés…", "Reading the passages found…"),
    "short_answer": ("Réponse courte", "Short answer"),
    "date_counted": (
        "Date comptée à partir de celle de l’article.", "Date counted from the article’s own date.",
    ),
    "sides": ("Ce que donne chaque source", "What each source gives"),
    "partial": ("Réponse partielle.", "Partial answer."),
    "verbatim_one": ("{n} citation vérifiée mot à mot", "{n} citation verified word for word"),
    "verbatim_many": ("{n} citations vérifiées mot à mot", "{n} citations verified word for word"),
    "grounded_one": (
        "{n} passage cité, affirmations contrôlées dans ce passage",
        "{n} passage cited, claims checked against it",
    ),
    "grounded_many": (
        "{n} passages cités, affirmations contrôlées dans ces passages",
        "{n} passages cited, claims checked against them",
    ),
    "means_verbatim": (
        "Chaque phrase citée a été retrouvée caractère pour caractère dans son article. Que l’article dise "
        "vrai n’est pas vérifié.",
        "Each quoted sentence was found in its article, character for character. Whether the article is "
        "right is not verified.",
    ),
    "means_grounded": (
        "Un LLM a écrit ces phrases. Nombres, dates, noms et négations de chacune ont été comparés au "
        "passage cité ; celles qui s’en écartaient ont été retirées. Relisez le passage surligné.",
        "An LLM wrote these sentences. Numbers, dates, names and negations of each were compared with the "
        "passage it cites; those that strayed were dropped. Read the highlighted passage.",
    ),
    "unsure": ("Réponse incertaine", "Uncertain answer"),
    "confidence": (
        "Chance estimée que la meilleure phrase trouvée réponde à la question : {percent} %.",
        "Estimated chance that the best sentence found answers the question: {percent}%.",
    ),
    "took": ("{ms} ms", "{ms} ms"),
    "engine": ("rédigé par {engine}", "written by {engine}"),
    # evidence
    "sources": ("Sources", "Sources"),
    "source": ("Source {n}", "Source {n}"),
    "source_of": ("Source {n} : {origin}", "Source {n}: {origin}"),
    "found_passages": ("Passages trouvés", "Passages found"),
    "original_fr": ("original en français", "original in French"),
    "original_en": ("original en anglais", "original in English"),
    "undated": ("date inconnue", "date unknown"),
    "open_article": ("Ouvrir l’article, paragraphe {n}", "Open the article, paragraph {n}"),
    "web_page": ("Page d’origine", "Original page"),
    "uncited_one": ("{n} passage lu mais non cité", "{n} passage read but not cited"),
    "uncited_many": ("{n} passages lus mais non cités", "{n} passages read but not cited"),
    # abstentions; reasons and hints are in ui.messages
    "no_answer": ("Pas de réponse dans les articles", "No answer in the articles"),
    "nearest": ("Articles les plus proches", "Nearest articles"),
    # articles
    "pick_article": ("Choisissez un article pour le lire.", "Choose an article to read it."),
    "filter_articles": ("Filtrer les articles…", "Filter the articles…"),
    "column_title": ("Titre", "Title"),
    "column_source": ("Source", "Source"),
    "column_date": ("Date", "Date"),
    "column_language": ("Langue", "Language"),
    "column_paragraphs": ("Paragraphes", "Paragraphs"),
    "shown_of": ("Les {shown} plus récents sur {n}.", "The newest {shown} of {n}."),
    "paragraph": ("Paragraphe {n}", "Paragraph {n}"),
    # adding
    "add_title": ("Ajouter des articles", "Add articles"),
    "add_intro": (
        "Fichiers {kinds}, {limit} Mo au plus par fichier, plusieurs à la fois. Ils restent sur cette "
        "machine et peuvent être interrogés aussitôt.",
        "{kinds} files, at most {limit} MB each, several at once. They stay on this machine and can be asked "
        "about straight away.",
    ),
    "add_sample": (
        "Vos articles remplaceront les dépêches d’exemple.",
        "Your articles will replace the sample dispatches.",
    ),
    "add_drop": (
        "Déposez des fichiers ici, ou cliquez pour choisir", "Drop files here, or click to choose",
    ),
    "skip_kind": ("ce n’est pas un fichier {named}", "not a {named} file"),
    "skip_size": ("plus de {named} Mo", "larger than {named} MB"),
    "adding": ("Ajout : {done} sur {n}", "Adding: {done} of {n}"),
    "added_one": ("{n} article ajouté", "{n} article added"),
    "added_many": ("{n} articles ajoutés", "{n} articles added"),
    "changed_one": ("{n} article mis à jour", "{n} article updated"),
    "changed_many": ("{n} articles mis à jour", "{n} articles updated"),
    "unchanged_one": ("{n} article déjà présent, inchangé", "{n} article already here, unchanged"),
    "unchanged_many": ("{n} articles déjà présents, inchangés", "{n} articles already here, unchanged"),
    "skipped_one": ("{n} fichier écarté", "{n} file skipped"),
    "skipped_many": ("{n} fichiers écartés", "{n} files skipped"),
    "error_detail": ("Détail technique", "Technical detail"),
    **CONTROLS,
    **MEASURES,
    **MESSAGES,
    **TELLINGS,
}  # fmt: skip

KEYS = frozenset(_ROWS)


def say(key: str, language: Language, **values: object) -> str:
    """The plain text of ``key`` with ``values`` filled in; escape it before it becomes HTML.

    :raises KeyError: no such key, or a value that the text needs is missing.
    """
    french, english = _ROWS[key]
    return (typeset(french) if language == "fr" else english).format(**values)


def explain(error: Exception, language: Language) -> str:
    """What ``error`` means, in the words of its class or of its nearest ancestor with any."""
    names = (f"error_{kind.__name__}" for kind in type(error).__mro__)
    return say(next(name for name in names if name in KEYS), language)


def decimal(value: float, language: Language, *, digits: int) -> str:
    """``value`` with ``digits`` decimals: « 0,62 » or “0.62”."""
    return f"{value:.{digits}f}".replace(".", "," if language == "fr" else ".")


def clipped(text: str, limit: int) -> str:
    """At most ``limit`` characters of ``text``, cut at a space; its own spaces stay as they are."""
    if len(text) <= limit:
        return text
    head, space, _ = text[:limit].rpartition(" ")
    return (head if space else text[:limit]) + " …"


def counted(key: str, n: int, language: Language, **values: object) -> str:
    """``key`` in the singular or plural: French says 0 and 1 in the singular, English only 1.

    ``values`` as in `say`.
    """
    one = n < 2 if language == "fr" else n == 1
    return say(f"{key}_one" if one else f"{key}_many", language, n=number(n, language), **values)
