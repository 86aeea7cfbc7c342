"""What is not known and what went wrong, in French and English: the part of the table in `ui.strings` that
answers to the reasons of `rag.answer` and the error classes of `corpus.errors` and `rag.errors`.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    # abstentions: the reason, then what would change it
    "reason_not_in_corpus": (
        "Les articles de cette bibliothèque ne le disent pas.", "The articles of this library do not say.",
    ),
    "reason_filtered_out": (
        "Avec les filtres choisis, les articles ne le disent pas ; sans eux, ils y répondent.",
        "With the filters you chose the articles do not say; without them they do.",
    ),
    "reason_sources_disagree": (
        "Les articles se contredisent et rien ne permet de trancher.",
        "The articles contradict each other and nothing settles it.",
    ),
    "reason_false_premise": (
        "La question suppose quelque chose que les articles ne disent pas.",
        "The question assumes something that the articles do not say.",
    ),
    # answers that are partial for a reason
    "partial_sources_disagree": (
        "Les articles ne disent pas la même chose", "The articles do not say the same",
    ),
    "partial_sources_disagree_hint": (
        "Comparez les sources et les dates : une information plus récente peut en corriger une autre.",
        "Compare sources and dates: later news may correct earlier news.",
    ),
    "partial_false_premise": (
        "Les articles démentent ce que la question suppose", "The articles deny what the question assumes",
    ),
    "partial_false_premise_hint": ("Voici ce qu’ils disent :", "This is what they say:"),
    "reason_empty_corpus": ("La bibliothèque est vide.", "The library is empty."),
    "reason_bad_question": (
        "Ce n’est pas une question à laquelle des articles peuvent répondre.",
        "This is not a question that articles can answer.",
    ),
    "hint_not_in_corpus": (
        "Reformulez la question, ou ajoutez un article qui en parle.",
        "Put the question another way, or add an article about it.",
    ),
    "hint_filtered_out": (
        "Retirez un filtre pour chercher plus largement.", "Remove a filter to search more widely.",
    ),
    "hint_sources_disagree": (
        "Ouvrez les articles ci-dessous et comparez-les.", "Open the articles below and compare them.",
    ),
    "hint_false_premise": (
        "Demandez d’abord ce que disent les articles sur ce sujet.",
        "First ask what the articles say about it.",
    ),
    "hint_empty_corpus": (
        "Ajoutez des articles dans l’onglet « Ajouter ».", "Add articles in the “Add” tab.",
    ),
    "hint_bad_question": (
        "Demandez qui, quand, où, combien ou pourquoi, en une ou deux phrases.",
        "Ask who, when, where, how many or why, in one or two sentences.",
    ),
    # errors, one for each class of corpus.errors and rag.errors
    "error_UnreadableArticle": ("Ce fichier ne peut pas être lu.", "This file cannot be read."),
    "error_UnknownArticle": (
        "Cet article n’est plus dans la bibliothèque.", "This article is no longer in the library.",
    ),
    "error_NoArticles": ("Il n’y a pas d’article à lire ici.", "There is no article to read here."),
    "error_UnwritableLibrary": (
        "La bibliothèque ne peut pas être modifiée : vérifiez les droits de son dossier.",
        "The library cannot be changed: check the permissions of its folder.",
    ),
    "error_CorpusError": ("Ces articles posent problème.", "Something is wrong with these articles."),
    "error_BadQuestion": (
        "La question est vide, trop longue ou ne contient aucun mot.",
        "The question is empty, too long or has no word in it.",
    ),
    "error_UsageError": (
        "Cette demande ou ce réglage n’a pas de sens.", "This request or setting makes no sense.",
    ),
    "error_NoIndex": (
        "Rien n’est encore indexé : ajoutez un article ou lancez « depeche index ».",
        "Nothing is indexed yet: add an article or run “depeche index”.",
    ),
    "error_DamagedIndex": (
        "L’index est abîmé : lancez « depeche rebuild ». Les articles sont intacts.",
        "The index is damaged: run “depeche rebuild”. The articles are intact.",
    ),
    "error_ForeignIndex": (
        "L’index vient d’un autre modèle : lancez « depeche rebuild ».",
        "The index was made by another model: run “depeche rebuild”.",
    ),
    "error_ModelUnavailable": ("Le modèle ne peut pas être chargé.", "The model cannot be loaded."),
    "error_EngineFailed": (
        "Le LLM choisi n’a pas répondu. Réessayez, ou retirez-le pour répondre sans LLM.",
        "The chosen LLM did not answer. Try again, or unset it to answer without an LLM.",
    ),
    "error_IndexBusy": (
        "L’index est en cours d’écriture. Réessayez dans un instant.",
        "The index is being written. Try again in a moment.",
    ),
    "error_Unavailable": (
        "Il manque quelque chose pour répondre.", "Something needed for the answer is missing.",
    ),
    "error_DepecheError": ("La demande n’a pas abouti.", "The request did not succeed."),
    "error_Exception": (
        "Une erreur imprévue s’est produite ; elle est notée dans le journal du serveur.",
        "An unexpected error occurred; it is noted in the server’s log.",
    ),
}  # fmt: skip
