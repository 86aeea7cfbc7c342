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
}  # fmt: skip
