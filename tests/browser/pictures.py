"""Screenshots for the documentation."""

import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.view import View

DOCS = Path(__file__).resolve().parents[2] / "docs/screenshots"
TAKEN = bool(os.environ.get("VEDU_SCREENSHOTS"))


def take_picture(page: Page, screen: str, view: View) -> None:
    """Saves what the person sees as ``screen``-language-scheme-width.png into docs/screenshots.

    Only when VEDU_SCREENSHOTS is set (make screenshots): an ordinary run leaves the repository as it was.
    """
    if not TAKEN:
        return
    page.evaluate("document.fonts.ready")
    page.screenshot(path=DOCS / f"{screen}-{view}.png", animations="disabled", caret="hide")
