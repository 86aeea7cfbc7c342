"""The lines of a PDF and where they stand; runs only within the limits of `corpus.importers.extraction`."""

import io
from typing import Any

# Text, left edge, height above the page's foot, size of the letters: the last three in points.
Placed = tuple[str, float, float, float]


def pages_in(data: bytes) -> dict[str, Any]:
    """``{"pages": [[Placed, …], …]}``, lines in the order of the file, or ``{"error": key}``."""
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not _opened(reader):
            return {"error": "pdf_locked"}
        pages = [_lines(page) for page in reader.pages]
    except LimitReachedError:  # what it unpacks to
        return {"error": "large"}
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return {"error": "pdf"}  # of a damaged file anything may be missing or of another type
    if not any(text.strip() for page in pages for text, *_ in page):
        return {"error": "pdf_scanned" if pages else "pdf"}
    return {"pages": pages}


def _opened(reader: Any) -> bool:  # noqa: ANN401  (pypdf's)
    """Whether the file opens without a password; its newer locks need a library that we do not ship."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _lines(page: Any) -> list[Placed]:  # noqa: ANN401  (pypdf's)
    """The lines of one page; each stands where its first visible letter does."""
    lines: list[Placed] = []
    text, place = "", (0.0, 0.0, 0.0)

    def seen(piece: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        nonlocal text, place
        for number, part in enumerate(piece.split("\n")):
            if number:
                lines.append((text, *place))
                text = ""
            if part.strip() and not text.strip():
                place = _place(cm, tm, size)
            text += part

    page.extract_text(visitor_text=seen)
    lines.append((text, *place))
    return [line for line in lines if line[0].strip()]


def _place(cm: list[float], tm: list[float], size: float) -> tuple[float, float, float]:
    """Left edge, height and size on the page, by the text's matrix and then the page's (PDF 32000, 8.3)."""
    left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = abs((tm[2] * cm[1] + tm[3] * cm[3]) or 1.0)
    return round(left, 2), round(height, 2), round(size * scale, 2)
