"""What ``--help`` says of commands, arguments and options, in French and English: one table, its keys what is
typed.
"""

from corpus.wording import Line, Row, line, plain

GUIDE: dict[str, Row] = {
    # the page itself
    "usage": ("Usage : ", "Usage: "),
    "arguments": ("Arguments :", "Arguments:"),
    "options": ("Options :", "Options:"),
    "commands": ("Commandes :", "Commands:"),
    "default": ("{text} [par défaut : {value}]", "{text} [default: {value}]"),
    "--help": ("Montre cette aide.", "Show this help."),
    # the commands
    "depeche": (
        "Interrogez des articles de presse en français ou en anglais ; chaque phrase montrée est vérifiée "
        "dans sa source.",
        "Ask news articles in French or English; every sentence shown is verified against its source.",
    ),
    "add": (
        "Copie des articles dans la bibliothèque et les indexe ; n’est lu sur le réseau que ce que vous "
        "nommez, et les entrées d’un fil.",
        "Copy articles into the library and index them; only what you name is fetched, and a feed’s items.",
    ),
    "index": (
        "Met l’index au niveau de la bibliothèque.", "Bring the index up to date with the library.",
    ),
    "rebuild": (
        "Refait l’index depuis la bibliothèque ; répare un index abîmé ou étranger.",
        "Make the index anew from the library; cures a damaged or foreign index.",
    ),
    "ask": (
        "Répond à une question par des citations vérifiées, ou dit pourquoi non.",
        "Answer a question with verified quotes, or say why not.",
    ),
    "search": ("Liste les passages les plus proches.", "List the passages nearest to a query."),
    "summarize": (
        "Résume un article, ou tous ceux d’un sujet, en citations vérifiées.",
        "Summarize an article, or all articles about a topic, in verified quotes.",
    ),
    "timeline": (
        "Raconte ce qui s’est passé et quand, sur un sujet, en citations vérifiées.",
        "Tell what happened when, about a topic, in verified quotes.",
    ),
    "briefing": (
        "Raconte les derniers jours, histoire par histoire, en citations vérifiées.",
        "Tell the newest days by stories, in verified quotes.",
    ),
    "verify": (
        "Confronte chaque citation d’une conversation exportée à la bibliothèque.",
        "Check every citation of an exported conversation against the library.",
    ),
    "chat": (
        "Converse avec les articles ; une ligne vide ou la fin de l’entrée y met fin.",
        "Talk with the articles; an empty line or end of input leaves.",
    ),
    "ui": (
        "Sert la page web, et met pendant ce temps l’index à jour.",
        "Serve the web interface and bring the index up to date meanwhile.",
    ),
    "eval": (
        "Mesure les réponses sur le jeu de questions et les tient à leurs planchers.",
        "Measure the answers on the question set and hold them to their floors.",
    ),
    "doctor": (
        "Examine bibliothèque, index, modèles et réglages, et dit que faire de ce qui ne va pas.",
        "Check library, index, models and settings, and say what to do about what is wrong.",
    ),
    # arguments
    "PATH|URL": (
        "Fichiers ou dossiers d’articles .md, .txt, .html et .pdf ; adresses de pages et de fils.",
        "Files or folders of .md, .txt, .html and .pdf articles; addresses of pages and feeds.",
    ),
    "QUESTION": ("Votre question, entre guillemets.", "Your question, in quotes."),
    "QUERY": ("Ce qui est cherché, entre guillemets.", "What is looked for, in quotes."),
    "ARTICLE_ID": ("L’article.", "The article."),
    "TOPIC": ("Le sujet, entre guillemets.", "The topic, in quotes."),
    "FILE": ("Une conversation exportée en JSON.", "A conversation exported as JSON."),
    # options that commands share
    "--home": ("Dossier de la bibliothèque et de l’index.", "Folder of library and index."),
    "--json": (
        "Un objet JSON sur la sortie standard, et rien d’autre.",
        "One JSON object on stdout and nothing else.",
    ),
    "--lang": (
        "Langue de ce qui est dit ; auto : celle de ce que vous demandez, sinon du terminal.",
        "Language of what is said; auto: that of what you ask, else of the terminal.",
    ),
    "--since": ("Parus ce jour-là ou après.", "Published on or after."),
    "--until": ("Parus ce jour-là ou avant.", "Published on or before."),
    "--source": ("De cette source seulement ; répétable.", "Only this source; repeatable."),
    "--article": (
        "L’article de cet identifiant seulement ; répétable.", "Only this article id; repeatable.",
    ),
    "--article-lang": ("Articles en cette langue seulement.", "Only articles in this language."),
    # options of one command
    "--limit": ("Combien d’entrées d’un fil, les dernières.", "How many of a feed’s newest items."),
    "--allow-private": (
        "Lit aussi sur cette machine, les réseaux privés et n’importe quel port.",
        "Also fetch from this machine, private networks and any port.",
    ),
    "--quiet": ("Ne dit rien quand tout va bien.", "Say nothing when it goes well."),
    "--today": (
        "Le jour à partir duquel comptent « hier » ou « la semaine dernière ».",
        "The day that “yesterday” or “last week” counts from.",
    ),
    "-k": ("Combien de passages, de 1 à 100.", "How many passages, 1 to 100."),
    "--about": ("Tous les articles sur ce sujet.", "All articles about this."),
    "--sentences": ("Combien de phrases, de 1 à 20.", "How many sentences, 1 to 20."),
    "--days": ("Les derniers jours, de 1 à 184 (7).", "The newest days, 1 to 184 (7)."),
    "--host": ("Adresse où servir la page.", "Address to serve on."),
    "--port": ("Port où servir la page.", "Port to serve on."),
    "--expose": ("Laisse d’autres machines voir la page.", "Let other machines see the page."),
    # the evaluation
    "--out": (
        "Dossier des rapports JSON, Markdown, JUnit et HTML.",
        "Folder for JSON, Markdown, JUnit and HTML reports.",
    ),
    "--set": (
        "Vos propres questions, sur les articles de --home.",
        "Your own questions, about the articles of --home.",
    ),
    "--only": ("Cette question seulement ; répétable.", "Only this item; repeatable."),
    "--category": ("Cette catégorie seulement ; répétable.", "Only this category; repeatable."),
    "--explain": ("Montre comment une question a été jugée.", "Show how one item was judged."),
    "--update": ("Retient ce qui a été mesuré.", "Pin what was measured."),
    "--allow-regression": (
        "Permet à --update d’abaisser des planchers.", "Let --update lower floors.",
    ),
    "--pin": (
        "Retient les empreintes des passages de référence.", "Store the hashes of the gold passages.",
    ),
    "--mutants": (
        "Fausse des réponses justes ; compte ce qui est remarqué.",
        "Falsify right answers; count what is noticed.",
    ),
}  # fmt: skip

# What stands for a value, where its French differs.
PLACES: dict[str, Row] = {
    "COMMAND": ("COMMANDE", "COMMAND"),
    "PATH|URL": ("CHEMIN|URL", "PATH|URL"),
    "QUERY": ("REQUÊTE", "QUERY"),
    "ARTICLE_ID": ("ID_ARTICLE", "ARTICLE_ID"),
    "TOPIC": ("SUJET", "TOPIC"),
    "FILE": ("FICHIER", "FILE"),
    "DIR": ("DOSSIER", "DIR"),
    "NAME": ("NOM", "NAME"),
    "ADDRESS": ("ADRESSE", "ADDRESS"),
    "YYYY-MM-DD": ("AAAA-MM-JJ", "YYYY-MM-DD"),
}


def guided(key: str, **values: object) -> Line:
    """The line that ``key`` names in ``GUIDE``.

    :raises KeyError: no such key.
    """
    return line(GUIDE, key, values)


def place(name: str) -> Line:
    """What stands for a value: ``name`` or its French."""
    return line(PLACES, name, {}) if name in PLACES else plain(name)
