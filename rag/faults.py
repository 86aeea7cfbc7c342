"""What an index or a model that cannot serve says, in French and English: a part of `rag.lines`."""

from corpus.wording import Row

FAULTS: dict[str, Row] = {
    # an index that cannot serve
    "busy": (
        "un autre processus écrit l’index {index} ; réessayez quand il aura fini",
        "another process is writing the index {index}; try again when it is done",
    ),
    "index_not_written": (
        "l’index {index} ne peut pas être écrit ({why}) ; choisissez-en un autre par --home DOSSIER",
        "the index {index} cannot be written ({why}); choose another with --home DIR",
    ),
    "index_not_opened": (
        "l’index {index} ne peut pas être ouvert ({why})", "the index {index} cannot be opened ({why})",
    ),
    "same_id": (
        "deux articles ont l’identifiant {id} ; renommez l’un de leurs fichiers",
        "two articles have the id {id}; rename one of their files",
    ),
    "no_index": (
        "rien n’est encore indexé dans {index} ; lancez « depeche index »",
        "nothing is indexed in {index} yet; run: depeche index",
    ),
    "not_read": (
        "{file} ne peut pas être lu ; lancez « depeche rebuild »",
        "{file} cannot be read; run: depeche rebuild",
    ),
    "altered": ("{file} est altéré ; lancez « depeche rebuild »", "{file} is altered; run: depeche rebuild"),
    "file_damaged": (
        "le fichier d’index {file} manque ou est altéré ; lancez « depeche rebuild »",
        "index file {file} is missing or altered; run: depeche rebuild",
    ),
    "other_form": (
        "l’index a une autre forme ({made} ; celle-ci est {form}) ; lancez « depeche rebuild »",
        "the index has another form ({made}; this is {form}); run: depeche rebuild",
    ),
    "other_model": (
        "l’index vient du modèle {made}, celui-ci est {asked} ; lancez « depeche rebuild »",
        "the index was made with model {made}, this is {asked}; run: depeche rebuild",
    ),
    "other_place": (
        "l’index garde ses vecteurs dans {made}, pas dans {asked} ; lancez « depeche rebuild »",
        "the index keeps its vectors in {made}, not in {asked}; run: depeche rebuild",
    ),
    "own_folder": ("son propre dossier", "its own folder"),
    "other_vectors": (
        "le modèle {model} donne d’autres vecteurs que pour l’index ; lancez « depeche rebuild »",
        "model {model} gives other vectors than for the index; run: depeche rebuild",
    ),
    "chroma_counts": (
        "Chroma garde {found} passages en {language} au lieu de {expected} ; lancez « depeche rebuild »",
        "Chroma holds {found} passages in {language} instead of {expected}; run: depeche rebuild",
    ),
    "chroma_lost": (
        "Chroma ne trouve aucun de ses passages en {language} ; lancez « depeche rebuild »",
        "Chroma finds none of its passages in {language}; run: depeche rebuild",
    ),
    "chroma_function": (
        "la collection Chroma {name} nomme une fonction d’encodage ; lancez « depeche rebuild »",
        "Chroma collection {name} names an embedding function; run: depeche rebuild",
    ),
    "chroma_space": (
        "la collection Chroma {name} ne mesure pas de cosinus ; lancez « depeche rebuild »",
        "Chroma collection {name} does not measure cosines; run: depeche rebuild",
    ),
    "chroma_server": (
        "le serveur Chroma à {url} a échoué ({why}) ; démarrez-le, ou lancez « depeche rebuild »",
        "the Chroma server at {url} failed ({why}); start it, or run: depeche rebuild",
    ),
    "chroma_failed": (
        "Chroma a échoué dans {folder} ({why}) ; sauf si le disque est plein, lancez « depeche rebuild »",
        "Chroma failed in {folder} ({why}); unless the disk is full, run: depeche rebuild",
    ),
    # a model that cannot serve
    "model_code": (
        "le dossier de modèle {folder} contient {file}, qui pourrait exécuter du code ; retirez-le, ou "
        "choisissez un modèle dont tous les poids sont en safetensors",
        "model folder {folder} holds {file}, which could run code; remove it, or choose a model with "
        "safetensors weights only",
    ),
    "model_no_modules": (
        "{folder} n’est pas un dossier de modèle sentence-transformers ; modules.json manque",
        "{folder} is not a sentence-transformers model folder: no modules.json",
    ),
    "model_modules": (
        "le fichier de modèle {file} n’est pas une liste de modules",
        "model file {file} is not a list of modules",
    ),
    "model_class": (
        "le fichier de modèle {file} nomme « {name} », qui n’est pas une classe de sentence-transformers",
        "model file {file} names “{name}”, not a sentence-transformers class",
    ),
    "model_not_read": (
        "le fichier de modèle {file} ne peut pas être lu ({why}) ; réinstallez Dépêche ou le modèle",
        "model file {file} cannot be read ({why}); reinstall Dépêche or the model",
    ),
    "model_altered": (
        "le fichier de modèle {file} est altéré ; réinstallez Dépêche",
        "model file {file} is altered; reinstall Dépêche",
    ),
    "model_not_loaded": (
        "le modèle {folder} ne peut pas être chargé ({why}) ; réinstallez Dépêche",
        "model {folder} cannot be loaded ({why}); reinstall Dépêche",
    ),
    "model_chosen": (
        "le modèle dans {folder} ne peut pas être chargé : {why}",
        "the model in {folder} cannot be loaded: {why}",
    ),
    "model_name": (
        "DEPECHE_EMBEDDER={name} n’est ni un dossier ni un nom de modèle ; essayez propriétaire/modèle",
        "DEPECHE_EMBEDDER={name} is no folder and no model id; try owner/model",
    ),
    "model_absent": (
        "DEPECHE_EMBEDDER={name} n’est pas sur cette machine ; pour l’obtenir, lancez « {command} »",
        "DEPECHE_EMBEDDER={name} is not on this machine; to fetch it, run: {command}",
    ),
    "model_no_direction": (
        "le modèle ne donne aucune direction au passage {passage}",
        "the model gives no direction to passage {passage}",
    ),
    # a chat model that gives no answer
    "llm_failed": ("{name} : {why}", "{name}: {why}"),
    "llm_slow": ("pas de réponse complète en {value} s", "no complete answer within {value} s"),
    "llm_unreachable": (
        "serveur injoignable ou connexion coupée", "server unreachable or connection lost",
    ),
    "llm_refused": ("clé refusée", "key refused"),
    "llm_model": ("modèle inconnu du serveur", "the server does not know the model"),
    "llm_busy": ("trop de requêtes", "too many requests"),
    "llm_status": ("erreur {value} du serveur", "server error {value}"),
    "llm_raised": ("erreur {value}", "error {value}"),
    "llm_empty": ("réponse vide", "empty answer"),
    "llm_unmarked": ("aucune phrase ne cite de passage", "no sentence cites a passage"),
    "llm_language": ("réponse dans une autre langue", "answered in another language"),
    "llm_package": (
        "{name} demande un paquet qui n’est pas installé ; lancez « {command} »",
        "{name} needs a package that is not installed; run: {command}",
    ),
    "llm_key": ("{name} demande une clé ; donnez {secret}", "{name} needs a key; set {secret}"),
    "llm_some_key": ("la clé que demande son fournisseur", "the key that its provider asks for"),
    "llm_not_opened": ("{name} ne peut pas être ouvert ({why})", "{name} cannot be opened ({why})"),
}  # fmt: skip
