"""What the reader can do, in French and English: the part of the table in `ui.strings` about buttons."""

CONTROLS: dict[str, tuple[str, str]] = {
    # filters
    "filters": ("Filtrer les articles lus", "Filter the articles read"),
    "filter_since": ("Du", "From"),
    "filter_until": ("Au", "To"),
    "filter_source": ("Source", "Source"),
    "filter_language": ("Langue des articles", "Language of the articles"),
    "any_source": ("toutes les sources", "all sources"),
    "any_language": ("français et anglais", "French and English"),
    "apply": ("Appliquer", "Apply"),
    "no_filter": ("Tous les articles", "All articles"),
    "chip_since": ("à partir du {day}", "from {day}"),
    "chip_until": ("jusqu’au {day}", "until {day}"),
    "chip_article": ("dans « {title} »", "in “{title}”"),
    "chip_articles": ("dans {n} articles : {title}", "in {n} articles: {title}"),
    "chip_language": ("articles en {tongue}", "articles in {tongue}"),
    "chip_editing": ("remplace la question {n}", "replaces question {n}"),
    "take_off": ("Retirer : {chip}", "Remove: {chip}"),
    "take_off_all": ("Tout retirer", "Remove all"),
    "widen": ("Chercher sans les filtres", "Search without the filters"),
    # an exchange
    "stop": ("Arrêter", "Stop"),
    "busy": (
        "Trop de questions attendent. La vôtre n’a pas été posée : réessayez dans un instant.",
        "Too many questions are waiting. Yours was not asked: try again in a moment.",
    ),
    "stopped": ("Recherche arrêtée.", "Search stopped."),
    "copy": ("Copier avec les sources", "Copy with sources"),
    "copy_refusal": ("Copier", "Copy"),
    "copied": ("Copié", "Copied"),
    "retry": ("Refaire", "Try again"),
    "edit": ("Modifier la question", "Edit the question"),
    "useful": ("Utile", "Useful"),
    "wrong": ("Inexact", "Wrong"),
    "what_is_wrong": (
        "Qu’est-ce qui est inexact ? (facultatif)", "What is wrong with it? (optional)",
    ),
    "send": ("Noter", "Save"),
    "noted": (
        "C’est noté dans {file}, sur cette machine seulement.",
        "Saved in {file}, on this machine only.",
    ),
    "save_as": ("Enregistrer la conversation :", "Save the conversation:"),
    "context": ("Paragraphes voisins", "Neighbouring paragraphs"),
    "nearness": ("proximité {n}", "nearness {n}"),
    "score": ("score {n}", "score {n}"),
    # an article
    "about": ("Interroger cet article", "Ask about this article"),
    "remove": ("Retirer de la bibliothèque…", "Remove from the library…"),
    "remove_sure": (
        "Retirer « {title} » ? Les réponses ne le citeront plus.",
        "Remove “{title}”? Answers will no longer cite it.",
    ),
    "remove_yes": ("Retirer", "Remove"),
    "remove_no": ("Garder", "Keep"),
    "removed": ("« {title} » est retiré.", "“{title}” is removed."),
    "put_back": ("Remettre", "Put back"),
    "sort_by": ("Trier : {column}", "Sort by {column}"),
    # pasting
    "paste_title": ("Ou collez un texte", "Or paste a text"),
    "paste_heading": ("Titre", "Title"),
    "paste_text": ("Texte de l’article", "Text of the article"),
    "paste_add": ("Ajouter ce texte", "Add this text"),
    "paste_empty": (
        "Il manque le texte : collez au moins une phrase.", "There is no text: paste at least one sentence.",
    ),
    "pasted": ("texte collé", "pasted text"),
    # quality
    "tab_quality": ("Qualité", "Quality"),
    "quality_title": ("Ce qui répond à vos questions", "What answers your questions"),
    "quality_articles": ("Articles", "Articles"),
    "quality_of_language": ("en {tongue} : {n}", "in {tongue}: {n}"),
    "quality_passages": ("Passages", "Passages"),
    "quality_passages_of": (
        "{n} paragraphes que les réponses peuvent citer", "{n} paragraphs that answers may cite",
    ),
    "quality_newest": ("Article le plus récent", "Newest article"),
    "quality_library": ("Bibliothèque", "Library"),
    "quality_sample": (
        "Les dépêches d’exemple, tant que vous n’avez pas ajouté d’articles.",
        "The sample dispatches, until you add articles of your own.",
    ),
    "quality_unread": ("Fichiers illisibles", "Unreadable files"),
    "quality_all_read": ("Aucun : tous les articles sont lus.", "None: every article is read."),
    "quality_index": ("Index", "Index"),
    "quality_index_is": (
        "Génération {generation}, vérifiée fichier par fichier à l’ouverture.",
        "Generation {generation}, verified file by file when opened.",
    ),
    "quality_index_behind": (
        "L’index n’est plus celui de la bibliothèque (articles ajoutés : {added}, changés : {changed}, "
        "retirés : {removed}). Lancez « depeche index », ou redémarrez Dépêche.",
        "The index is no longer that of the library (articles added: {added}, changed: {changed}, "
        "removed: {removed}). Run “depeche index”, or restart Dépêche.",
    ),
    "quality_embedder": ("Modèle de recherche", "Search model"),
    "quality_embedder_is": (
        "{embedder}. Il rapproche une question des paragraphes de même sens, d’une langue à l’autre.",
        "{embedder}. It brings a question and the paragraphs of the same meaning together, across languages.",
    ),
    "quality_reader": ("Modèle de lecture", "Reading model"),
    "quality_reader_is": (
        "{reader}. Il pèse chaque phrase trouvée : répond-elle à la question, et par quels mots ?",
        "{reader}. It weighs each sentence found: does it answer the question, and in which words?",
    ),
    "quality_no_reader": (
        "Aucun : les phrases sont pesées par leurs mots et leur sens.",
        "None: sentences are weighed by their words and their meaning.",
    ),
    "quality_engine": ("Rédaction", "Writing"),
    "quality_extractive": (
        "Sans LLM : les réponses sont faites de phrases citées telles quelles. Rien ne quitte cette machine.",
        "No LLM: answers are made of sentences quoted as they stand. Nothing leaves this machine.",
    ),
    "quality_llm": (
        "{engine} propose les phrases ; chacune est contrôlée dans le passage cité avant d’être montrée. "
        "La question et les passages trouvés lui sont envoyés.",
        "{engine} proposes the sentences; each is checked against the passage it cites before it is shown. "
        "The question and the passages found are sent to it.",
    ),
    "quality_feedback": ("Vos avis", "Your feedback"),
    "quality_feedback_is": (
        "« Utile » et « Inexact » sont écrits dans {file} et ne sont envoyés nulle part.",
        "“Useful” and “Wrong” are written to {file} and sent nowhere.",
    ),
}  # fmt: skip
