"""A reader in a real Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
NEEDS_CHROMIUM = pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt-get install chromium")
# The first two are for containers, the others keep Chromium from calling home.
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
LAPTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@contextmanager
def started() -> Iterator["Browser"]:
    """A Chromium that runs inside the block."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES.split())
        yield chromium
        chromium.close()


class Visit:
    """A reader's tab; on leaving, nothing must have been asked of another host, run or complained."""

    def __init__(self, browser: "Browser", site: str, **options: Any) -> None:  # noqa: ANN401
        self._context = browser.new_context(**{"viewport": LAPTOP, "locale": "fr-FR", **options})
        self.page: Page = self._context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.site = site
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._asked)
        self.page.on("console", self._heard)

    def _asked(self, dialog: Any) -> None:  # noqa: ANN401
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def _heard(self, message: Any) -> None:  # noqa: ANN401
        if message.type == "error":
            self.complaints.append(message.text)

    def __enter__(self) -> "Visit":
        self.page.goto(self.site)
        self.page.wait_for_selector(".example")
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._context.close()
        if kind is None:
            assert [url for url in self.requests if not url.startswith((self.site, "data:", "blob:"))] == []
            assert self.complaints == []

    def ask(self, question: str, turn: int = 1) -> None:
        """Types a question and waits for the whole answer."""
        self.page.fill("#box textarea", question)
        self.page.press("#box textarea", "Enter")
        self.page.wait_for_selector(f"#turn-{turn} :is(.verified, .refusal)")

    def room(self, place: int) -> None:
        """Opens the ``place``-th tab."""
        self.page.get_by_role("tab").nth(place).click()

    def text(self, selector: str) -> str:
        """What is written there."""
        return self.page.locator(selector).first.inner_text()

    def is_in_view(self, selector: str) -> bool:
        """Whether the element lies wholly in the window."""
        box, size = self.page.locator(selector).first.bounding_box(), self.page.viewport_size
        return bool(box and size and box["y"] >= 0 and box["y"] + box["height"] <= size["height"])
