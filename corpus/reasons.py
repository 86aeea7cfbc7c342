"""Why a file is no article, in French and English."""

import errno

from corpus.reach import REACH
from corpus.wording import Line, Row, line

ROWS: dict[str, Row] = {
    "of_file": ("{name} : {why}", "{name}: {why}"),
    # what kind of file it is
    "kind": (
        "{suffix} ne peut pas être lu ; convertissez-le en .txt, .md, .html ou .pdf",
        "{suffix} cannot be read; convert it to .txt, .md, .html or .pdf",
    ),
    "no_suffix": ("un fichier sans suffixe", "a file without suffix"),
    "not_a_file": ("ce n’est pas un fichier", "it is not a file"),
    "binary": ("c’est un fichier binaire, pas du texte", "it is a binary file, not text"),
    "encoding": (
        "ce n’est ni de l’UTF-8 ni un autre texte connu", "it is neither UTF-8 nor any other text we know",
    ),
    "name": ("son nom contient un caractère nul", "its name holds a null character"),
    # how much of it there is
    "empty": ("il est vide", "it is empty"),
    "no_text": ("il ne contient pas de texte", "there is no text in it"),
    "size": (
        "il pèse {size} Mo ; un article peut en peser {limit}",
        "it has {size} MB; an article may have {limit}",
    ),
    "larger": ("il pèse plus de {limit} Mo", "it has more than {limit} MB"),
    "large": (
        "il est trop volumineux pour être lu ; partagez-le en plusieurs fichiers",
        "it is too large to be read; split it into several files",
    ),
    "paragraphs": (
        "il a {count} paragraphes ; un article peut en avoir {limit}",
        "it has {count} paragraphs; an article may have {limit}",
    ),
    # web pages
    "no_article": ("il ne contient pas d’article", "there is no article in it"),
    "html": ("son HTML n’a pas pu être lu", "its HTML could not be read"),
    "html_deep": ("son HTML a trop de niveaux imbriqués", "its HTML is nested too deeply"),
    "slow": ("il n’a pas pu être lu en {seconds} s", "it could not be read in {seconds} s"),
    # PDF files and feeds
    "pdf": (
        "ce PDF est abîmé ; imprimez-le à nouveau en PDF, ou convertissez-le en .txt",
        "this PDF is damaged; print it to PDF again, or convert it to .txt",
    ),
    "pdf_locked": (
        "ce PDF est verrouillé par un mot de passe ; enregistrez-en une copie sans",
        "this PDF is locked with a password; save a copy without one",
    ),
    "pdf_scanned": (
        "ce PDF n’a pas de texte, ses pages sont sans doute numérisées ; passez-le par un OCR",
        "this PDF holds no text, its pages are probably scanned; put it through OCR",
    ),
    "feed": ("ce n’est pas un fil RSS ou Atom", "it is no RSS or Atom feed"),
    "feed_entities": (
        "ce fil déclare ses propres entités XML, comme une bombe le ferait",
        "this feed declares XML entities of its own, as a bomb would",
    ),
    "feed_empty": ("ce fil n’a pas d’entrée", "this feed has no item"),
    "item_unlinked": ("cette entrée n’a ni texte ni adresse", "this item has neither text nor address"),
    "item_elsewhere": (
        "cette entrée d’un fichier n’a pas de texte ; ajoutez son adresse, ou celle du fil",
        "this item of a file has no text; add its address, or that of the feed",
    ),
    # front matter
    "matter_open": (
        "son en-tête ne se termine pas ; fermez-le par une ligne de ---",
        "its front matter does not end; close it with a line of ---",
    ),
    "matter_list": (
        "son en-tête n’est pas une liste de champs, un par ligne avec sa valeur",
        "its front matter is not a list of `key: value` lines",
    ),
    "matter_alias": (
        "son en-tête se répète par des alias ; écrivez-le en entier",
        "its front matter repeats itself by aliases; write it out",
    ),
    "matter_line": (
        "ligne {number} de son en-tête, ce n’est pas du YAML ; mettez la valeur entre guillemets",
        "line {number} of its front matter is not YAML; put the value in quotes",
    ),
    "matter_value": (
        "son en-tête n’est pas du YAML, ou contient une valeur impossible",
        "its front matter is not YAML, or holds an impossible value",
    ),
    "field_text": (
        "{field} n’est pas du texte ; mettez-le entre guillemets", "{field} is not text; put it in quotes",
    ),
    "field_lang": ("lang vaut « {value} » ; ce peut être fr ou en", "lang is “{value}”; it can be fr or en"),
    "field_date": ("date vaut « {value} » ; écrivez 2022-12-19", "date is “{value}”; write it as 2022-12-19"),
    # where files are
    "id_taken": (
        "son identifiant {id} est celui de {other} ; renommez l’un des deux",
        "its id {id} is that of {other}; rename one",
    ),
    "unknown": (
        "aucun article n’a l’identifiant « {id} » ; cherchez-le par « depeche search »",
        "no article has the id “{id}”; look for it with: depeche search",
    ),
    "absent": ("ce fichier ou dossier n’existe pas", "there is no such file or folder"),
    "none_inside": (
        "il n’y a ni fichier .md, ni .txt, ni .html, ni .pdf dans ce dossier",
        "there is no .md, .txt, .html or .pdf file in it",
    ),
    "not_written": ("{path} ne peut pas être écrit : {why}", "{path} cannot be written: {why}"),
    "not_deleted": ("{path} ne peut pas être supprimé : {why}", "{path} cannot be deleted: {why}"),
    # what the system refuses, in its own English words
    "system_absent": ("fichier ou dossier introuvable", "No such file or directory"),
    "system_forbidden": ("accès refusé", "Permission denied"),
    "system_full": ("plus de place sur le disque", "No space left on device"),
    "system_read_only": ("le disque est en lecture seule", "Read-only file system"),
    "system_no_folder": ("ce n’est pas un dossier", "Not a directory"),
    "system_folder": ("c’est un dossier", "Is a directory"),
    "system_name": ("le nom est trop long", "File name too long"),
    "system": ("erreur {code} du système", "system error {code}"),
    **REACH,
}  # fmt: skip

_SYSTEM = {
    errno.ENOENT: "system_absent",
    errno.EACCES: "system_forbidden",
    errno.EPERM: "system_forbidden",
    errno.ENOSPC: "system_full",
    errno.EROFS: "system_read_only",
    errno.ENOTDIR: "system_no_folder",
    errno.EISDIR: "system_folder",
    errno.ENAMETOOLONG: "system_name",
}


def reason(key: str, **values: object) -> Line:
    """The line that ``key`` names in ``ROWS``.

    :raises KeyError: no such key.
    """
    return line(ROWS, key, values)


def system_reason(error: OSError) -> Line:
    """What the system refused."""
    key = _SYSTEM.get(error.errno or 0)
    return reason(key) if key else reason("system", code=error.errno or type(error).__name__)
