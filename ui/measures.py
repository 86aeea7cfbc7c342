"""What the measures mean, in French and English: the part of the table in `ui.strings` about figures."""

MEASURES: dict[str, tuple[str, str]] = {
    "figures_title": ("Ce qui a été mesuré", "What was measured"),
    "figures_intro": (
        "{n} questions sur les dépêches d’exemple, à réponse connue, ont été posées à cette version. "
        "Chaque chiffre est une limite : une version moins bonne n’est pas publiée.",
        "{n} questions about the sample dispatches, whose answers are known, were put to this version. Each "
        "figure is a limit: a version that does worse is not published.",
    ),
    "figures_other": (
        "Les modèles en usage ici ne sont pas ceux qui ont été mesurés.",
        "The models in use here are not the ones that were measured.",
    ),
    "at_least": ("au moins {n} %", "at least {n}%"),
    "at_most": ("au plus {n} %", "at most {n}%"),
    "always": ("toujours", "always"),
    "never": ("jamais", "never"),
    "figure_found": ("Passages trouvés", "Passages found"),
    "figure_found_is": (
        "Un passage qui répond est parmi les cinq premiers trouvés.",
        "A passage that answers is among the first five found.",
    ),
    "figure_found_fr_en": ("Du français à l’anglais", "From French to English"),
    "figure_found_fr_en_is": (
        "De même quand la question est en français et l’article en anglais.",
        "The same when the question is in French and the article in English.",
    ),
    "figure_found_en_fr": ("De l’anglais au français", "From English to French"),
    "figure_found_en_fr_is": (
        "De même quand la question est en anglais et l’article en français.",
        "The same when the question is in English and the article in French.",
    ),
    "figure_facts": ("Faits donnés", "Facts stated"),
    "figure_facts_is": (
        "Part des faits essentiels attendus que la réponse donne.",
        "Share of the vital facts expected that the answer states.",
    ),
    "figure_support": ("Citations qui prouvent", "Citations that prove"),
    "figure_support_is": (
        "La phrase affirmée est bien dans le passage cité.",
        "What is claimed does stand in the passage that is cited.",
    ),
    "figure_language": ("Langue de la réponse", "Language of the answer"),
    "figure_language_is": (
        "La réponse est dans la langue de la question.", "The answer is in the language of the question.",
    ),
    "figure_faulty": ("Citations inexactes", "Faulty citations"),
    "figure_faulty_is": (
        "Une citation diffère de l’article, ou renvoie ailleurs.",
        "A quote differs from the article or points elsewhere.",
    ),
    "figure_wrong": ("Valeurs fausses", "Wrong values"),
    "figure_wrong_is": (
        "La réponse donne un chiffre, un nom ou une date que l’on sait faux.",
        "The answer gives a figure, a name or a date known to be wrong.",
    ),
    "figure_silent": ("Silences inutiles", "Needless silence"),
    "figure_silent_is": (
        "« Les articles ne le disent pas » alors qu’ils le disent.",
        "“The articles do not say” although they do.",
    ),
    "figure_far": ("Réponses hors sujet", "Answers off the subject"),
    "figure_far_is": (
        "Une réponse est donnée à une question dont aucun article ne parle.",
        "An answer is given to a question that no article is about.",
    ),
    "figure_near": ("Réponses à côté", "Answers beside the point"),
    "figure_near_is": (
        "Les articles parlent du sujet sans répondre à la question, et une réponse est donnée quand même : "
        "c’est le point le plus faible. Lisez la citation.",
        "The articles are about the subject without answering the question, and an answer is given all the "
        "same: the weakest point. Read the quote.",
    ),
}  # fmt: skip
