"""Screenshots for the documentation."""

import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.view import View
from tests.isolation import HOME

DOCS = Path(__file__).resolve().parents[2] / "docs/screenshots"


def take_picture(page: Page, screen: str, view: View) -> Path:
    """Saves what the person sees as ``screen``-language-scheme-width.png.

    Into docs/screenshots when VEDU_SCREENSHOTS is set (make screenshots), else into the tests' own folder:
    an ordinary run leaves the repository as it was.
    """
    folder = DOCS if os.environ.get("VEDU_SCREENSHOTS") else HOME / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{screen}-{view}.png"
    page.evaluate("document.fonts.ready")
    page.screenshot(path=file, animations="disabled", caret="hide")
    return file
