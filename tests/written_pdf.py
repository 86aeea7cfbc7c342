"""A tiny writer of PDF files (PDF 32000, 7.5): lines at given places in one font, Windows' code page."""

from collections.abc import Sequence
from textwrap import wrap
from zlib import compress

Line = tuple[str, float, float, float]  # text, left edge, height above the foot, size, in points
_WIDTH, _HEIGHT = 420, 595  # an A5 page


def pdf_of(pages: Sequence[Sequence[Line]], *, encrypted: bool = False, padding: int = 0) -> bytes:
    """A PDF of ``pages``; ``encrypted`` only says that it is, with a lock that no password opens.

    ``padding``: spaces that each page holds besides; with any, pages are packed.
    """
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        font.encode(),
    ]
    for number, lines in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        stream = b"\n".join(_shown(line) for line in lines)
        packed = b""
        if padding:
            stream, packed = compress(stream + b" " * padding), b" /Filter /FlateDecode"
        bodies.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(stream), packed, stream))
    return _file(bodies, encrypted=encrypted)


def _shown(line: Line) -> bytes:
    text, left, height, size = line
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %.2f Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET" % (size, left, height, escaped)


def _file(bodies: Sequence[bytes], *, encrypted: bool) -> bytes:
    data, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    lock = b"/O <%s> /U <%s>" % (b"00" * 32, b"11" * 32)
    locked = b" /Encrypt << /Filter /Standard /V 1 /R 2 %s /P -4 >> /ID [<00> <00>]" % lock
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R%s >>\n" % (len(bodies) + 1, locked if encrypted else b"")
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % start


def set_in_lines(text: str, *, top: float, size: float = 10) -> list[Line]:
    """``text`` in lines of at most 60 characters, one below another from ``top`` on."""
    return [(line, 50, top - 1.2 * size * number, size) for number, line in enumerate(wrap(text, 60))]
