"""What a command, a setting or a file that makes no sense is told, in French and English: a part of
`rag.lines`. Colons inside examples are values: French would set a space before them.
"""

from corpus.wording import Row

MISUSE: dict[str, Row] = {
    # settings
    "llm": (
        "DEPECHE_LLM={value} doit nommer un fournisseur et un modèle ; essayez {example}",
        "DEPECHE_LLM={value} is not provider:model; try {example}",
    ),
    "chroma": (
        "DEPECHE_CHROMA={value} n’est pas une adresse ; essayez {example}",
        "DEPECHE_CHROMA={value} is not a URL; try {example}",
    ),
    "llm_unknown": (
        "DEPECHE_LLM={value} ne nomme aucun fournisseur connu ; essayez {example}",
        "DEPECHE_LLM={value} names no known provider; try {example}",
    ),
    "port": (
        "le port {value} n’est pas entre 0 et 65535 ; essayez 7860",
        "port {value} is not between 0 and 65535; try 7860",
    ),
    "port_text": (
        "DEPECHE_PORT={value} n’est pas un nombre ; essayez 7860",
        "DEPECHE_PORT={value} is not a number; try 7860",
    ),
    "exposed": (
        "{host} montrerait vos articles à quiconque peut atteindre cette machine ; servez sur 127.0.0.1 et "
        "amenez la page ailleurs par ssh -L, ou ajoutez --expose (en Python, launch(exposed=True))",
        "{host} would show your articles to everybody who can reach this machine; serve on 127.0.0.1 and "
        "bring the page to another machine with ssh -L, or add --expose (in Python: launch(exposed=True))",
    ),
    "not_served": (
        "la page ne peut pas être servie sur {place} ; essayez un autre --port",
        "the page cannot be served on {place}; try another --port",
    ),
    # a command that Click refuses, see `rag.usage`
    "missing": ("il manque {what} ; voyez « {command} --help »", "{what} is missing; see: {command} --help"),
    "option_unknown": (
        "l’option {name} n’existe pas ; voyez « {command} --help »",
        "there is no option {name}; see: {command} --help",
    ),
    "option_near": (
        "l’option {name} n’existe pas ; essayez {near}", "there is no option {name}; try {near}",
    ),
    "option_bare": (
        "l’option {option} attend une valeur ; voyez « {command} --help »",
        "option {option} needs a value; see: {command} --help",
    ),
    "option_full": (
        "l’option {option} ne prend pas de valeur ; écrivez-la seule",
        "option {option} takes no value; write it alone",
    ),
    "command_unknown": (
        "la commande « {name} » n’existe pas ; voyez « depeche --help »",
        "there is no command “{name}”; see: depeche --help",
    ),
    "command_near": (
        "la commande « {name} » n’existe pas ; essayez « depeche {near} »",
        "there is no command “{name}”; try: depeche {near}",
    ),
    "extra": (
        "il y a un mot de trop ; mettez entre guillemets ce qui contient des espaces, ou voyez "
        "« {command} --help »",
        "there is a word too many; put what has spaces in it between quotes, or see: {command} --help",
    ),
    "misused": (
        "la commande n’est pas comprise ; voyez « {command} --help »",
        "the command is not understood; see: {command} --help",
    ),
    # options
    "whole": (
        "{option} « {value} » n’est pas un nombre entier ; essayez 7",
        "{option} “{value}” is not a whole number; try 7",
    ),
    "lang": (
        "{option} « {value} » n’est ni auto, ni fr, ni en", "{option} “{value}” is not auto, fr or en",
    ),
    "passages": ("{n} passages ; demandez-en de 1 à {most}", "{n} passages; ask for 1 to {most}"),
    "article_lang": (
        "--article-lang « {value} » n’est ni fr ni en", "--article-lang “{value}” is not fr or en",
    ),
    "day": (
        "{option} « {value} » n’est pas une date ; écrivez AAAA-MM-JJ",
        "{option} “{value}” is not a date; write YYYY-MM-DD",
    ),
    "source": (
        "aucun article n’est de la source « {value} » ; essayez « {near} »",
        "no article is from the source “{value}”; try “{near}”",
    ),
    "swapped": (
        "--since {first} vient après --until {last} ; échangez-les",
        "--since {first} lies after --until {last}; swap them",
    ),
    "items": ("{n} entrées d’un fil ; demandez-en de 1 à {most}", "{n} items of a feed; ask for 1 to {most}"),
    # questions
    "question_long": (
        "la question a {n} caractères ; posez-la en {most} au plus",
        "the question has {n} characters; ask in at most {most}",
    ),
    "question_control": (
        "la question contient des caractères de contrôle ; tapez-la à nouveau en texte simple",
        "the question holds control characters; type it again as plain text",
    ),
    "question_empty": (
        "la question est vide ; demandez avec des mots, en français ou en anglais",
        "the question is empty; ask in words, in French or English",
    ),
    "question_wordless": (
        "aucun mot dans la question « {text} » ; demandez avec des mots, en français ou en anglais",
        "no word in the question “{text}”; ask in words, in French or English",
    ),
    # summaries, briefings, suggestions
    "filters": (
        "les filtres choisissent parmi les articles de --about ; un seul article n’en demande pas",
        "filters choose among the articles of --about; a single article needs none",
    ),
    "article_or_topic": (
        "un résumé porte sur un article ou sur un sujet ; donnez un identifiant ou un sujet",
        "a summary is of one article or about one topic; give an id or a topic",
    ),
    "sentences": (
        "{n} phrases ne font pas un résumé ; demandez-en de 1 à {most}",
        "{n} sentences are no summary; ask for 1 to {most}",
    ),
    "days": (
        "{n} jours ne font pas une revue ; demandez-en de 1 à {most}",
        "{n} days are no briefing; ask for 1 to {most}",
    ),
    "suggestions": ("{n} suggestions ; demandez-en de 1 à {most}", "{n} suggestions; ask for 1 to {most}"),
    # exports
    "export_read": (
        "{file} ne peut pas être lu ({why}) ; donnez un fichier .json exporté",
        "{file} cannot be read ({why}); give an exported .json file",
    ),
    "export_json": (
        "{file} n’est pas du JSON ; donnez une conversation exportée en JSON",
        "{file} is not JSON; give a conversation exported as JSON",
    ),
    "export_other": (
        "ce n’est pas une conversation exportée en JSON par Dépêche ; exportez-la à nouveau en JSON",
        "this is not a conversation exported by Dépêche as JSON; export it again as JSON",
    ),
    "export_version": (
        "cet export a la version {version}, pas {known} ; mettez depeche à jour",
        "this export has version {version}, not {known}; update depeche",
    ),
    "export_damaged": (
        "cet export est abîmé ({why}) ; exportez la conversation à nouveau",
        "this export is damaged ({why}); export the conversation again",
    ),
}  # fmt: skip
