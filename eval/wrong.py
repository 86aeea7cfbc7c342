"""What is wrong with answers, items and files, in French by its English: a part of `eval.phrases`."""

WRONG: dict[str, str] = {
    # faults of an answer
    "unknown status {status}": "statut inconnu {status}",
    "an abstention with claims or citations": "une abstention avec des affirmations ou des citations",
    "an abstention without a reason of the contract ({reason})":
        "une abstention sans motif prévu au contrat ({reason})",
    "{status} without a claim": "{status}, mais sans affirmation",
    "partial without a reason of the contract ({reason})":
        "réponse partielle sans motif prévu au contrat ({reason})",
    "answered, yet with a reason to refuse ({reason})": "répondu, mais avec un motif de refus ({reason})",
    "marker [{marker}] has no citation": "le renvoi [{marker}] n’a pas de citation",
    "citation [{marker}] backs no claim": "la citation [{marker}] n’étaye aucune affirmation",
    "markers are not 1..{last} in order of first use":
        "les renvois ne vont pas de 1 à {last} dans l’ordre de leur premier emploi",
    "[{marker}] cites {passage}, which the library does not hold":
        "[{marker}] cite {passage}, qui n’est pas dans la bibliothèque",
    "[{marker}] is not the text of {passage} in the library":
        "[{marker}] n’est pas le texte de {passage} dans la bibliothèque",
    "[{marker}] quotes nothing": "[{marker}] ne cite rien",
    "[{marker}] cites {passage}, which was not retrieved":
        "[{marker}] cite {passage}, qui n’a pas été trouvé",
    "no citation for: {text}": "pas de citation pour : {text}",
    "extractive, yet not a quote: {text}": "extractif, mais ce n’est pas une citation : {text}",
    "not grounded: {why}": "sans fondement : {why}",
    "in quotation marks, yet in no cited passage: {text}":
        "entre guillemets, mais dans aucun passage cité : {text}",
    "said in short, yet in no quote that it cites: {text}":
        "dit en bref, mais dans aucune des citations données : {text}",
    "active or hidden content in a few words": "contenu actif ou caché dans la réponse brève",
    "the text does not open with its reason ({reason})": "le texte ne s’ouvre pas sur son motif ({reason})",
    "the text does not show the claim: {text}": "le texte ne montre pas l’affirmation : {text}",
    "the text shows more than its claims: {text}": "le texte montre plus que ses affirmations : {text}",
    "active or hidden content in the text": "contenu actif ou caché dans le texte",
    # lines of a question set
    "{place}: {item}: {why}": "{place} : {item} : {why}",
    "{place}: not a JSON object ({why})": "{place} : ce n’est pas un objet JSON ({why})",
    "{file}: cannot be read as UTF-8 ({why})": "{file} ne peut pas être lu en UTF-8 ({why})",
    "not an object: {value}": "ce n’est pas un objet : {value}",
    "not a list: {value}": "ce n’est pas une liste : {value}",
    "not a string: {value}": "ce n’est pas du texte : {value}",
    "not a decimal number: {value}": "ce n’est pas un nombre décimal : {value}",
    "not true or false: {value}": "ce n’est ni vrai ni faux : {value}",
    "not a matcher: {value}": "ce n’est pas une façon de dire un fait : {value}",
    "unknown matcher {value}; one of str, num with unit, date, entity":
        "façon inconnue de dire un fait {value} ; ce peut être str, num avec unit, date ou entity",
    "unknown key {names}": "clé inconnue {names}",
    "missing key {names}": "clé manquante {names}",
    "a key stands twice in {names}": "une clé se répète dans {names}",
    "{name} is not JSON": "{name} n’est pas du JSON",
    # items
    "no word to look for in {value}": "aucun mot à chercher dans {value}",
    "not a number: {value}": "ce n’est pas un nombre : {value}",
    "not a date: {value} (2022-12-19, 2022-12, 2022 or --12-19)":
        "ce n’est pas une date : {value} (2022-12-19, 2022-12, 2022 ou --12-19)",
    "an entity has at least one name, each with a word: {value}":
        "une entité a au moins un nom, et chacun un mot : {value}",
    "nugget {name} has no id or nothing to look for":
        "le fait {name} n’a pas d’identifiant, ou rien à chercher",
    "an id is lower-case letters, digits and hyphens":
        "un identifiant est fait de minuscules, de chiffres et de traits d’union",
    "unknown language {value}": "langue inconnue {value}",
    "unknown category {value}": "catégorie inconnue {value}",
    "the question is blank": "la question est vide",
    "two nuggets have the same id": "deux faits ont le même identifiant",
    "answerable, but of category {name}": "a une réponse, mais est de la catégorie {name}",
    "unanswerable, but of category {name}": "n’a pas de réponse, mais est de la catégorie {name}",
    "answerable without gold passage": "a une réponse, mais pas de passage de référence",
    "answerable without vital nugget": "a une réponse, mais pas de fait essentiel",
    "unanswerable, but with gold passages or nuggets":
        "n’a pas de réponse, mais a des passages de référence ou des faits",
    "an empty gold group": "un groupe de référence est vide",
    "not a passage id: {value}": "ce n’est pas un identifiant de passage : {value}",
    "a passage stands twice in gold and acceptable": "un passage se répète dans gold et acceptable",
    "the id is also that of {other}": "l’identifiant est aussi celui de {other}",
    "its twin {twin} is no item": "sa jumelle {twin} n’existe pas",
    "its twin {twin} names {other} as twin": "sa jumelle {twin} nomme {other} comme jumelle",
    "nobody": "personne",
    "its twin {twin} is in the same language": "sa jumelle {twin} est dans la même langue",
    "its twin {twin} is answerable={value}": "sa jumelle {twin} a answerable={value}",
    # items and the articles they are about
    "no gold passage states nugget {name} ({fact})":
        "aucun passage de référence ne dit le fait {name} ({fact})",
    "a gold passage states {value}, which is forbidden":
        "un passage de référence dit {value}, ce qui est interdit",
    "article {article} has no passage {asked}, but {own}":
        "l’article {article} n’a pas de passage {asked}, mais {own}",
    "no article {article} in the library; did you mean {near}?":
        "pas d’article {article} dans la bibliothèque ; vouliez-vous dire {near} ?",
    "no article {article} in the library; depeche search --json shows the ids":
        "pas d’article {article} dans la bibliothèque ; « depeche search --json » montre les identifiants",
    "{ref} of {item} is page furniture": "{ref} de {item} n’est que l’habillage d’une page",
    "{ref} of {item} is unknown": "{ref} de {item} est inconnu",
    "not pinned: {refs}; check the items, then depeche eval --pin":
        "sans empreinte : {refs} ; vérifiez les questions, puis lancez « depeche eval --pin »",
    "the text has changed since it was pinned: {refs}; check the items that cite it, "
    "then depeche eval --pin":
        "le texte a changé depuis son empreinte : {refs} ; vérifiez les questions qui le citent, "
        "puis lancez « depeche eval --pin »",
    "{path} cannot be read ({why}); write it with depeche eval --pin":
        "{path} ne peut pas être lu ({why}) ; écrivez-le par « depeche eval --pin »",
    "{path} is not an object of hashes; write it with depeche eval --pin":
        "{path} n’est pas un objet d’empreintes ; écrivez-le par « depeche eval --pin »",
    # what is asked for
    "no item in {folder}/*.jsonl; a question set has one JSON object a line":
        "aucune question dans {folder}/*.jsonl ; un jeu de questions a un objet JSON par ligne",
    "{sets} is no file of items and no folder of *.jsonl; eval/README.md shows one":
        "{sets} n’est ni un fichier de questions ni un dossier de *.jsonl ; eval/README.md en montre un",
    "no item {names} in the question sets": "pas de question {names} dans les jeux de questions",
    "no item of category {names} in the question sets":
        "pas de question de la catégorie {names} dans les jeux de questions",
    "no item is both of these ids and of these categories":
        "aucune question n’a à la fois ces identifiants et ces catégories",
    "--update needs all items; leave out --only, --category and --explain":
        "--update demande toutes les questions ; ôtez --only, --category et --explain",
    "--update and --pin are about the shipped items; leave out --set":
        "--update et --pin portent sur les questions livrées ; ôtez --set",
    "{path}: {why}; measure anew with depeche eval --update":
        "{path} : {why} ; mesurez à nouveau par « depeche eval --update »",
    "the baseline is about another {what}: nothing can be compared; measure anew with depeche eval --update":
        "la mesure retenue ne porte pas sur les mêmes choses ({what}), rien ne peut être comparé ; mesurez "
        "à nouveau par « depeche eval --update »",
    # ways to make an answer wrong, and what noticed it
    "mutants": "falsifications",
    "by faults": "par les fautes",
    "by grounding": "par le fondement",
    "flagged": "remarquées",
    "{engine}: {kind}": "{engine} : {kind}",
    "{engine}: {kind} (harmless)": "{engine} : {kind} (sans gravité)",
    "{item} {engine}: {kind}: {text}": "{item} {engine} : {kind} : {text}",
    "Survivors: {count} of {n}": "Passées inaperçues : {count} sur {n}",
    "Harmless, yet flagged: {count} of {n}": "Sans gravité, mais remarquées : {count} sur {n}",
    "digit changed": "chiffre changé",
    "numbers swapped": "nombres échangés",
    "names swapped": "noms échangés",
    "name replaced": "nom remplacé",
    "negation inserted": "négation ajoutée",
    "negation dropped": "négation ôtée",
    "day shifted": "jour décalé",
    "million ↔ billion": "million ↔ milliard",
    "cut in a word": "coupée dans un mot",
    "word added": "mot ajouté",
    "word dropped": "mot ôté",
    "words translated": "mots traduits",
    "plain typography": "typographie simple",
    "fine typography": "typographie soignée",
    "first letter": "première lettre",
    "identity": "à l’identique",
    "in short": "en bref",
    "passage too": "passage aussi",
    "in the frame": "dans le cadre",
    "somebody else": "quelqu’un d’autre",
    "counted or not": "compté ou non",
    "two passages in one quote": "deux passages en une citation",
    "neighbour cited": "voisin cité",
    "marker k+1": "renvoi k+1",
    "citations deleted": "citations ôtées",
    "claim added": "affirmation ajoutée",
    "claim added uncited": "affirmation ajoutée sans citation",
    "sentence added to the claim": "phrase ajoutée à l’affirmation",
    "sentence added beside the claims": "phrase ajoutée à côté des affirmations",
}  # fmt: skip
