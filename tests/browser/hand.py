"""A person's hands, counted: what he presses and clicks, and how long a practised person takes for it."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

# Keystroke-level model (Card, Moran, Newell: The Keystroke-Level Model, CACM 23/7, 1980), seconds.
KEY, POINT, BUTTON, HOME, THINK = 0.28, 1.10, 0.10, 0.40, 1.35


@dataclass
class Hand:
    """``actions`` are clicks, shortcuts and fields filled in; ``seconds`` are those of the person, without waiting
    and without the words that he has to say anyway."""

    page: Page
    actions: int = 0
    seconds: float = 0.0
    on_mouse: bool = False

    def click(self, what: Locator) -> None:
        self._move(to_mouse=True)
        self._act(POINT + 2 * BUTTON)
        what.click()

    def press(self, key: str) -> None:
        self._move(to_mouse=False)
        self._act(KEY * len(key.split("+")))
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Into what has the focus: a few letters that find something."""
        self._move(to_mouse=False)
        self._act(KEY * len(text))
        self.page.keyboard.type(text)

    def say(self, words: str) -> None:
        """What has to be said anyway takes no time of the screen's."""
        self._move(to_mouse=False)
        self.actions += 1
        self.page.keyboard.type(words)

    def drop(self, field: str, file: dict[str, object]) -> None:
        """A file dragged from the desk onto the field."""
        self._move(to_mouse=True)
        self._act(2 * (POINT + BUTTON))
        self.page.set_input_files(field, file)  # type: ignore[arg-type]

    def _move(self, *, to_mouse: bool) -> None:
        if self.on_mouse != to_mouse:
            self.seconds += HOME
            self.on_mouse = to_mouse

    def _act(self, seconds: float) -> None:
        self.actions += 1
        self.seconds += THINK + seconds
