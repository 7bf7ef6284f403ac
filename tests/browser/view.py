"""How a person looks at a page: screen, scheme, language."""

from dataclasses import dataclass, replace
from itertools import product

from playwright.sync_api import ViewportSize

SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
LOCALES = {"ru": "ru-RU", "en": "en-GB"}


@dataclass(frozen=True)
class View:
    screen: str = "desktop"  # of SIZES
    scheme: str = "light"  # or dark
    language: str = "ru"  # of LOCALES

    def __str__(self) -> str:
        return f"{self.language}-{self.scheme}-{self.screen}"

    def context(self) -> dict[str, object]:
        """What Playwright's new_context takes."""
        return {
            "viewport": self.size(),
            "color_scheme": self.scheme,
            "locale": LOCALES[self.language],
            "timezone_id": "Europe/Moscow",
            "reduced_motion": "reduce",
            "has_touch": self.screen == "phone",
        }

    def size(self) -> ViewportSize:
        width, height = SIZES[self.screen]
        return {"width": width, "height": height}

    def in_the_dark(self) -> "View":
        return replace(self, scheme="dark")


EVERY_WINDOW = [View(screen, language=language) for screen, language in product(SIZES, LOCALES)]
# Both widths and both languages, once each: what axe finds hangs on either alone.
TWO_WINDOWS = [View("desktop", language="ru"), View("phone", language="en")]
