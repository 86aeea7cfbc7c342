"""A page from the network: only from where it may come, within its limits, and as it was sent."""

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from served_pages import PUBLIC, Newspaper, Reply, Town, newspaper

from corpus.errors import UnreadableArticle
from corpus.importers import fetching
from corpus.importers.fetching import Wire, fetch
from corpus.importers.reading import MAX_BYTES

HERE = "http://journal.example"


@pytest.fixture(scope="module")
def press() -> Iterator[Newspaper]:
    with newspaper() as server:
        yield server


@pytest.fixture
def town(press: Newspaper) -> Town:
    press.pages.clear()
    press.asked.clear()
    hosts: dict[str, tuple[str, ...]] = {"journal.example": (PUBLIC,), "other.example": (PUBLIC,)}
    return Town(port=press.server_port, hosts=hosts)


def _why(url: str, wire: Wire) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        fetch(url, wire)
    assert "\n" not in str(caught.value)
    return caught.value.why.key


def test_a_page_comes_as_it_is(press: Newspaper, town: Town) -> None:
    press.pages["/a?b=%C3%A9"] = Reply(b"caf\xe9", 'text/plain; charset="ISO-8859-1"')
    page = fetch(f"{HERE}/a?b=é#end", town)
    assert (page.data, page.media, page.charset) == (b"caf\xe9", "text/plain", "ISO-8859-1")
    assert page.url == f"{HERE}/a?b=é"
    ((_, headers),) = press.asked
    assert headers["Host"] == "journal.example"
    assert headers.keys() == {
        "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Connection",
    }  # fmt: skip


@pytest.mark.parametrize("moved", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_where_the_page_is(press: Newspaper, town: Town, moved: int) -> None:
    press.pages["/a"] = Reply(status=moved, headers=(("Location", "b c"),))
    press.pages["/b%20c"] = Reply(status=moved, headers=(("Location", "//other.example/d"),))
    press.pages["/d"] = Reply(b"text")
    assert fetch(f"{HERE}/a", town).url == "http://other.example/d"
    assert town.looked_up == ["journal.example", "journal.example", "other.example"]


def test_five_redirects_are_enough(press: Newspaper, town: Town) -> None:
    for number in range(6):
        press.pages[f"/{number}"] = Reply(status=302, headers=(("Location", f"/{number + 1}"),))
    press.pages["/6"] = Reply(b"text")
    assert fetch(f"{HERE}/1", town).data == b"text"
    assert _why(f"{HERE}/0", town) == "redirects"
    press.pages["/6"] = Reply(status=302, headers=(("Location", "/6"),))
    assert _why(f"{HERE}/6", town) == "redirects"


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("http://127.0.0.1/admin", "private"), ("http://intranet.example/", "private"),
        ("http://[::1]/", "private"), ("http://journal.example:22/", "port"),
        ("file:///etc/passwd", "scheme"),
        ("http://root@journal.example/", "address_user"), ("http://gone.example/", "host"),
    ],
)  # fmt: skip
def test_each_redirect_is_checked_like_the_first_address(
    press: Newspaper, town: Town, place: str, why: str
) -> None:
    town.hosts.update({"127.0.0.1": ("127.0.0.1",), "::1": ("::1",), "intranet.example": ("10.1.2.3",)})
    press.pages["/a"] = Reply(status=302, headers=(("Location", place),))
    assert _why(f"{HERE}/a", town) == why
    assert town.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize("addresses", [("127.0.0.1",), (PUBLIC, "127.0.0.1"), ("169.254.169.254",), ("::1",)])
def test_no_host_may_lead_to_a_private_network_even_among_others(
    town: Town, addresses: tuple[str, ...]
) -> None:
    town.hosts["rebound.example"] = addresses
    assert _why("http://rebound.example/", town) == "private"
    assert town.connected == []


def test_a_name_that_changes_its_address_is_asked_at_the_one_that_was_checked(
    press: Newspaper, town: Town
) -> None:
    class Rebinding(Town):
        def look_up(self, host: str, port: int, seconds: float) -> tuple[str, ...]:
            self.looked_up.append(host)
            return (PUBLIC,) if len(self.looked_up) == 1 else ("127.0.0.1",)

    press.pages["/"] = Reply(b"text")
    wire = Rebinding(port=town.port)
    assert fetch(HERE, wire).data == b"text"
    assert wire.connected == [(PUBLIC, 80)]
    assert _why(HERE, wire) == "private"
    assert len(wire.connected) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "0x7f.1", "2130706433", "0", "[::1]"])
def test_this_machine_is_refused_by_every_name_of_it(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(name: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", ("::1" if ":" in name else "127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", told)
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("connected"))
    assert _why(f"http://{host}/", Wire()) == "private"


def test_private_addresses_and_other_ports_are_allowed_on_demand(press: Newspaper, town: Town) -> None:
    press.pages["/"] = Reply(b"text")
    assert _why(press.address, Wire()) == "port"
    assert fetch(press.address, Wire(private=True)).data == b"text"


def test_an_address_that_does_not_answer_gives_way_to_the_next(press: Newspaper) -> None:
    class Half(Town):
        def connect(self, address: str, port: int, seconds: float) -> socket.socket:
            if address != PUBLIC:
                raise ConnectionRefusedError
            return super().connect(address, port, seconds)

    press.pages["/"] = Reply(b"text")
    hosts = {"journal.example": ("2606:4700::1111", PUBLIC), "dead.example": ("2606:4700::1111",)}
    wire = Half(port=press.server_port, hosts=hosts)
    assert fetch(HERE, wire).data == b"text"
    assert _why("http://dead.example/", wire) == "cut"


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(status=404), "page_absent"), (Reply(status=410), "page_absent"),
        (Reply(status=403), "page_closed"), (Reply(status=429), "page_closed"),
        (Reply(status=500), "page_failed"), (Reply(status=302), "page_failed"),
        (Reply(status=206), "page_failed"),
        (Reply(b"GIF89a", "image/gif"), "media"), (Reply(b"{}", "application/json"), "media"),
        (Reply(b""), "empty"), (Reply(b"half", length=100), "cut"),
        (Reply(b"x", length=MAX_BYTES + 1), "larger"), (Reply(b"x" * 2**20, endless=True), "larger"),
        (Reply(b"x", headers=(("Content-Encoding", "br"),)), "packed"),
        (Reply(b"not gzip", headers=(("Content-Encoding", "gzip"),)), "cut"),
        (Reply(gzip.compress(b"x" * 99)[:-9], headers=(("Content-Encoding", "gzip"),)), "cut"),
        (Reply(gzip.compress(bytes(200 * 2**20)), headers=(("Content-Encoding", "gzip"),)), "larger"),
        (Reply(headers=tuple((f"X-{number}", "y") for number in range(200))), "cut"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(press: Newspaper, town: Town, reply: Reply, why: str) -> None:
    press.pages["/a"] = reply
    assert _why(f"{HERE}/a", town) == why


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_packed_page_is_unpacked(press: Newspaper, town: Town, pack: object) -> None:
    assert callable(pack)
    coding = "gzip" if pack is gzip.compress else "deflate"
    press.pages["/a"] = Reply(pack(b"text" * 50_000), headers=(("Content-Encoding", coding),))
    assert fetch(f"{HERE}/a", town).data == b"text" * 50_000


def test_the_largest_page_is_read(press: Newspaper, town: Town) -> None:
    press.pages["/a"] = Reply(b"x" * MAX_BYTES, length=MAX_BYTES)
    assert len(fetch(f"{HERE}/a", town).data) == MAX_BYTES


def test_a_page_that_drips_is_given_up(
    press: Newspaper, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "TIME_LIMIT", 1.0)
    press.pages["/a"] = Reply(b"<html>", dripping=True)
    assert _why(f"{HERE}/a", town) == "slow_page"


def test_a_name_server_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(fetching, "TIME_LIMIT", 0.2)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(60))
    assert _why("http://journal.example/", Wire()) == "slow_page"
    over.set()


def test_what_speaks_no_http_is_told() -> None:
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(2_000)
            connection.sendall(b"220 mail.example ESMTP\r\n")

    thread = threading.Thread(target=answer)
    thread.start()
    with listening:
        assert _why(f"http://127.0.0.1:{listening.getsockname()[1]}/", Wire(private=True)) == "cut"
        thread.join()


def test_a_redirect_from_https_to_http_is_refused(press: Newspaper, town: Town) -> None:
    press.pages["/a"] = Reply(status=302, headers=(("Location", f"{HERE}/b"),))
    press.pages["/b"] = Reply(b"text")
    assert _why("https://journal.example/a", town) == "downgrade"
    assert town.connected == [(PUBLIC, 443)]
    assert fetch(f"{HERE}/a", town).data == b"text"


class Careful(Town):
    """A town where certificates are looked at."""

    secure = Wire.secure


@pytest.fixture
def certified(tmp_path: Path) -> Path:
    """The file of a certificate for journal.example and its key, which nobody vouches for."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=journal.example"]
    made += ["-addext", "subjectAltName=DNS:journal.example", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(made, cwd=tmp_path, check=True, capture_output=True)
    return tmp_path / "cert.pem"


def test_a_page_comes_over_tls_when_its_certificate_is_vouched_for(
    certified: Path, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certified, certified.with_name("key.pem"))
    with newspaper() as press:
        press.socket = context.wrap_socket(press.socket, server_side=True)
        press.pages["/"] = Reply(b"text" * 50_000)
        wire = Careful(port=press.server_port, hosts=town.hosts)
        assert _why("https://journal.example/", wire) == "certificate"
        monkeypatch.setenv("SSL_CERT_FILE", str(certified))
        assert fetch("https://journal.example/", wire).data == b"text" * 50_000
        assert _why("https://other.example/", wire) == "certificate"
        assert len(press.asked) == 1
