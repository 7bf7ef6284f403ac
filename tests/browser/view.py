"""How a person looks at a page: screen, scheme, language."""

from dataclasses import dataclass
from itertools import product

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
        width, height = SIZES[self.screen]
        return {
            "viewport": {"width": width, "height": height},
            "color_scheme": self.scheme,
            "locale": LOCALES[self.language],
            "timezone_id": "Europe/Moscow",
            "reduced_motion": "reduce",
            "has_touch": self.screen == "phone",
        }


EVERY_VIEW = [View(*choice) for choice in product(SIZES, ("light", "dark"), LOCALES)]
