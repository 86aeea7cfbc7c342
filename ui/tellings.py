"""What the overview says, in French and English: the part of the table in `ui.strings` about stories."""

TELLINGS: dict[str, tuple[str, str]] = {
    "tab_overview": ("Panorama", "Overview"),
    "overview_title": ("De quoi parlent les articles ?", "What are the articles about?"),
    "overview_waiting": (
        "Les articles sont groupés par sujet, d’une langue à l’autre…",
        "Grouping the articles by story, across languages…",
    ),
    "overview_empty": (
        "Rien à raconter pour l’instant : la bibliothèque est vide.",
        "Nothing to tell yet: the library is empty.",
    ),
    "overview_undated_one": (
        "L’article de la bibliothèque n’a pas de date connue, et le panorama suit les dates.",
        "The article of the library has no known date, and the overview goes by dates.",
    ),
    "overview_undated_many": (
        "Aucun des {n} articles de la bibliothèque n’a de date connue, et le panorama suit les dates.",
        "None of the {n} articles of the library has a known date, and the overview goes by dates.",
    ),
    "overview_undated_hint": (
        "On peut les lire et les interroger. Une page .html dit souvent sa date ; un fichier .md la donne "
        "à la ligne « date » de son en-tête.",
        "They can be read and asked about. An .html page often says its date; an .md file gives it in the "
        "“date” line of its front matter.",
    ),
    "overview_empty_hint": (
        "Ajoutez des articles : ils seront groupés ici par sujet et par date, en français et en anglais.",
        "Add articles: here they will be grouped by story and by date, in French and English.",
    ),
    "extent": ("{stories}, {articles}, du {first} au {last}", "{stories}, {articles}, {first} to {last}"),
    "stories_one": ("{n} sujet", "{n} story"),
    "stories_many": ("{n} sujets", "{n} stories"),
    "go_add": ("Ajouter des articles", "Add articles"),
    # files under way
    "halt": ("Arrêter l’ajout", "Stop adding"),
    "seconds_left_one": ("encore {n} seconde environ", "about {n} second left"),
    "seconds_left_many": ("encore {n} secondes environ", "about {n} seconds left"),
    "minutes_left_one": ("encore {n} minute environ", "about {n} minute left"),
    "minutes_left_many": ("encore {n} minutes environ", "about {n} minutes left"),
    "add_stopped": (
        "Ajout arrêté après {done} fichiers sur {n}. Ce qui est ajouté reste.",
        "Stopped after {done} of {n} files. What was added stays.",
    ),
    "skip_twice": ("le même contenu que {named}", "the same content as {named}"),
    "ask_taken": ("Interroger ces articles", "Ask about these articles"),
    # beside an article
    "gist": ("En bref, dans ses propres phrases", "In short, in its own sentences"),
    "neighbours": ("Articles voisins", "Neighbouring articles"),
    "newer": ("Plus récent : ", "Newer: "),
    "older": ("Plus ancien : ", "Older: "),
    # coverage
    "coverage_days": (
        "Articles par jour. Choisissez un jour pour n’interroger que ses articles.",
        "Articles by day. Choose a day to ask its articles only.",
    ),
    "coverage_weeks": (
        "Articles par semaine. Choisissez une semaine pour n’interroger que ses articles.",
        "Articles by week. Choose a week to ask its articles only.",
    ),
    "coverage_topics": (
        "Les sujets les plus suivis. Choisissez-en un pour n’interroger que ses articles.",
        "The most covered stories. Choose one to ask its articles only.",
    ),
    "period_day": ("{day} : {articles}", "{day}: {articles}"),
    "period_week": ("semaine du {day} : {articles}", "week of {day}: {articles}"),
    "strip": ("{articles}, du {first} au {last}", "{articles}, {first} to {last}"),
    # stories
    "stories_newest": ("Les sujets les plus récents", "The newest stories"),
    "stories_older_one": ("{n} sujet plus ancien", "{n} older story"),
    "stories_older_many": ("{n} sujets plus anciens", "{n} older stories"),
    "story_ask": ("Interroger ce sujet", "Ask about this story"),
    "story_also": ("Aussi dans", "Also in"),
    # the timeline of a topic
    "topic_title": ("Que s’est-il passé, et quand ?", "What happened, and when?"),
    "topic_label": ("Un sujet, un nom, un lieu", "A topic, a name, a place"),
    "topic_tell": ("Voir la chronologie", "Show the timeline"),
    "chronicle_of": ("Chronologie : {topic}", "Timeline: {topic}"),
    "chronicle_said_one": ("{n} date sur « {topic} »", "{n} date about “{topic}”"),
    "chronicle_said_many": ("{n} dates sur « {topic} »", "{n} dates about “{topic}”"),
}  # fmt: skip
