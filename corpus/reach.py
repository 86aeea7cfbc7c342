"""Why an address gives no article, in French and English: a part of `corpus.reasons`."""

from corpus.wording import Row

REACH: dict[str, Row] = {
    # what is asked
    "address": (
        "ce n’est pas une adresse ; écrivez-la comme https://example.org/article",
        "it is not a web address; write it as https://example.org/article",
    ),
    "scheme": (
        "« {scheme} » n’est ni http ni https ; enregistrez la page et ajoutez le fichier",
        "“{scheme}” is neither http nor https; save the page and add the file",
    ),
    "address_user": (
        "l’adresse contient un nom d’utilisateur ; retirez-le",
        "the address holds a user name; take it out",
    ),
    "port": (
        "le port {port} n’est pas celui d’un site public ; s’il est voulu, ajoutez --allow-private",
        "port {port} is not that of a public site; if it is meant, add --allow-private",
    ),
    "private": (
        "{host} mène à {address}, cette machine ou un réseau privé ; si c’est voulu, ajoutez --allow-private",
        "{host} leads to {address}, this machine or a private network; if that is meant, add --allow-private",
    ),
    # who answers
    "host": (
        "{host} est introuvable ; vérifiez l’adresse et la connexion",
        "{host} is not found; check the address and the connection",
    ),
    "cut": (
        "{host} n’a pas répondu, ou pas jusqu’au bout ; réessayez plus tard",
        "{host} did not answer, or not to the end; try again later",
    ),
    "slow_page": (
        "{host} n’a pas tout envoyé en {seconds} s ; réessayez plus tard",
        "{host} did not send everything within {seconds} s; try again later",
    ),
    "certificate": (
        "le certificat de {host} n’est pas valable ({why})", "the certificate of {host} is not valid ({why})",
    ),
    "redirects": (
        "l’adresse redirige plus de {most} fois ; donnez celle de l’article",
        "the address redirects more than {most} times; give that of the article",
    ),
    "downgrade": (
        "elle redirige vers une page sans chiffrement ; s’il le faut, ajoutez {address}",
        "it redirects to a page without encryption; if need be, add {address}",
    ),
    # what is answered
    "page_absent": (
        "cette page n’existe pas (réponse {status}) ; vérifiez l’adresse",
        "there is no such page (answer {status}); check the address",
    ),
    "page_closed": (
        "le site refuse la page (réponse {status}) ; enregistrez-la dans un navigateur, ajoutez le fichier",
        "the site refuses the page (answer {status}); save it in a browser and add the file",
    ),
    "page_failed": (
        "le site ne donne pas la page (réponse {status}) ; réessayez plus tard",
        "the site does not give the page (answer {status}); try again later",
    ),
    "media": (
        "un contenu {media} ne peut pas être lu ; il faut une page, du texte, un PDF ou un fil RSS ou Atom",
        "{media} content cannot be read; it takes a page, text, a PDF or an RSS or Atom feed",
    ),
    "packed": (
        "la page vient comprimée par {packing}, inconnu ici ; enregistrez-la et ajoutez le fichier",
        "the page comes packed as {packing}, unknown here; save it and add the file",
    ),
}  # fmt: skip
