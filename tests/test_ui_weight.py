"""What the page costs in a real Chromium: requests and bytes until a question can be asked, cache empty."""

from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
SIZES = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .map((one) => one.encodedBodySize)"""
# A quarter above what was measured on Gradio 6.31: 81 requests, nearly all for its own parts, and 399 kB. A
# plot of its would be 3 MB.
REQUESTS, BYTES = 100, 500_000


def test_the_page_is_light(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        sizes = visit.page.evaluate(SIZES)
    assert 100_000 < sum(sizes) <= BYTES
    assert len(sizes) <= REQUESTS
