"""Which addresses may be asked for, and what id an address gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import is_article_id
from corpus.errors import UnreadableArticle
from corpus.importers.addresses import address_id, is_address, is_public, target_of


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",  # noqa: S104
        "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
        "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "100::1", "2001:db8::1",
        "2001::1", "2002:7f00:1::", "2002:808:808::", "3fff::1", "64:ff9b::127.0.0.1", "64:ff9b::a00:1",
        "64:ff9b:1::1", "localhost", "", "127.1",
    ],
)  # fmt: skip
def test_machines_near_us_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.215.14", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"],
)
def test_machines_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "“file” is neither http nor https"),
        ("ftp://example.org/", "“ftp”"),
        ("gopher://example.org/", "“gopher”"),
        ("javascript://example.org/%0aalert(1)", "“javascript”"),
        ("http://user@example.org/", "a user name"),
        ("http://user:password@example.org/", "a user name"),
        ("http://user@127.0.0.1#@ok.test", "a user name"),
        ("http://ok.test\\@127.0.0.1/", "a user name"),
        ("http://", "not a web address"),
        ("http:///path", "not a web address"),
        ("http://a b/", "not a web address"),
        ("http://example.org/\r\nHost: x", "not a web address"),
        ("http://example.org/a\x00b", "not a web address"),
        ("http://example.org:99999/", "not a web address"),
        ("http://example.org:x/", "not a web address"),
        ("http://[fe80::1%25lo]/", "not a web address"),
        ("http://[::1/", "not a web address"),
        ("http://exa%6dple.org/", "not a web address"),
        (f"http://{'é' * 80}.org/", "not a web address"),
        ("http://example.org/" + "a" * 2_000, "not a web address"),
    ],
)
def test_what_is_no_page_of_the_web_is_refused_before_anything_is_looked_up(url: str, why: str) -> None:
    with pytest.raises(UnreadableArticle, match=why):
        target_of(url)


def test_a_target_is_ready_for_a_request() -> None:
    target = target_of("HTTPS://Exämple。Org/été/a b.html?q=é#end".replace(" ", "%20"))
    assert (target.scheme, target.host, target.port) == ("https", "xn--exmple-cua.org", 443)
    assert target.path == "/%C3%A9t%C3%A9/a%20b.html?q=%C3%A9"
    assert target_of("http://[2606:4700::1111]:81/").authority == "[2606:4700::1111]:81"
    assert target_of("http://example.org:80").authority == "example.org"


@given(st.text(max_size=60))
def test_a_request_is_one_line_whatever_the_address(text: str) -> None:
    try:
        target = target_of(f"http://example.org/{text}")
    except UnreadableArticle:
        return
    assert f"{target.authority}{target.path}".isascii()
    assert not set(target.path) & set(" \r\n\t\0")


@pytest.mark.parametrize(
    "same",
    [
        "http://example.org/2023/un-train.html", "https://www.example.org/2023/un-train.html",
        "https://EXAMPLE.org/2023/un-train.html/", "https://example.org:443/2023/un-train.html#suite",
        "https://example.org/2023/un-train.html?utm_source=fil&utm_medium=rss&xtor=RSS-1",
    ],
)  # fmt: skip
def test_one_page_has_one_id(same: str) -> None:
    assert address_id(same) == address_id("https://example.org/2023/un-train.html")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/2024/un-train.html", "https://example.com/2023/un-train.html",
        "https://example.org/2023/un-train.html?page=2", "https://example.org:8000/2023/un-train.html",
        "https://example.org/2023/Un-train.html",
    ],
)  # fmt: skip
def test_other_pages_have_other_ids(other: str) -> None:
    assert address_id(other) != address_id("https://example.org/2023/un-train.html")


def test_an_id_can_be_read() -> None:
    assert address_id("https://www.example.org/monde/Un%20train-%C3%A0-Minsk_61.html").startswith(
        "example-org-un-train-a-minsk-61-"
    )


@given(st.text(max_size=300))
def test_every_address_gives_an_id(text: str) -> None:
    path = text.replace("[", "").replace("]", "")
    assert is_article_id(address_id(f"https://example.org/{path}"))


def test_a_path_of_a_disk_is_no_address() -> None:
    assert is_address("HTTPS://example.org")
    assert is_address("ftp://example.org")
    assert not any(map(is_address, ("C://articles", "articles/a.txt", "//example.org", "example.org/a")))
