"""The site: the page behind its guards."""

from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI

from corpus.article import LANGUAGES, Language
from ui.adding import HARD_LIMIT_MB
from ui.answerer import Answerer
from ui.headers import GuardedHeaders
from ui.hosts import KnownHosts
from ui.layout import Layout
from ui.page import Page
from ui.starting import READY, Starting
from ui.tongue import FirstWords

ASSETS = Path(__file__).parent / "assets"


def build_app(assistant: Answerer, starting: Starting = READY) -> gr.Blocks:
    """The page over ``assistant``, ready to be launched or mounted."""
    return Page(assistant, starting).blocks


def build_site(assistant: Answerer, host: str = "127.0.0.1", starting: Starting = READY) -> FastAPI:
    """The page behind its guards, to be served on ``host``: all that could leave this machine is off."""
    style, rooms, script = ((ASSETS / name).read_text("utf-8") for name in ("app.css", "rooms.css", "app.js"))
    site = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    site.add_middleware(FirstWords, words={language: _words(language) for language in LANGUAGES})
    site.add_middleware(KnownHosts, host=host)
    site.add_middleware(GuardedHeaders)
    gr.mount_gradio_app(
        site,
        build_app(assistant, starting),
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=HARD_LIMIT_MB << 20,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        favicon_path=str(ASSETS / "favicon.svg"),
        theme=gr.themes.Base(font=("ui-sans-serif", "system-ui", "sans-serif"), font_mono=("monospace",)),
        head=f"<style>{style}{rooms}</style><script>{script}</script>",
    )
    return site


def _words(language: Language) -> list[dict[str, Any]]:
    """The properties of the components of `Layout`, in its order."""
    with gr.Blocks(analytics_enabled=False) as alone:
        Layout(language)
    return [component["props"] for component in alone.get_config_file()["components"]]
