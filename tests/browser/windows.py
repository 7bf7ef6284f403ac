"""Windows that are kept from test to test: a new one costs a process, a cold cache and half a second."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error, Page, Request

from tests.browser.view import View

FORGET = "if (origin !== 'null') { localStorage.clear(); sessionStorage.clear(); }"


@dataclass(eq=False)
class Window:
    view: View
    page: Page
    faults: list[str] = field(default_factory=list)
    """Scripts that failed and hosts that were asked, since the window was taken."""

    def listen(self) -> None:
        self.page.context.on("request", self._note_outside)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))

    def _note_outside(self, request: Request) -> None:
        """The browser finds no other host (see QUIET in conftest.py); that a page asked for one is a fault."""
        if not request.url.startswith(("http://127.0.0.1", "http://localhost", "data:", "blob:")):
            self.faults.append(f"asked another host: {request.url}")

    def forget(self) -> None:
        """Nothing of a test stays but what the browser has cached."""
        context = self.page.context
        context.set_offline(False)
        for other in context.pages:
            if other is not self.page:
                other.close()
        self.page.unroute_all(behavior="ignoreErrors")
        self.page.evaluate(FORGET)
        self.page.goto("about:blank")
        context.clear_cookies()
        self.page.emulate_media(color_scheme=self.view.scheme)
        self.page.set_viewport_size(self.view.size())


class Windows:
    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.idle: list[Window] = []

    def take(self, view: View, state: dict[str, object] | None) -> Window:
        """One that nobody uses, with the cookies of ``state``."""
        window = next((window for window in self.idle if window.view == view), None)
        if window is None:
            window = Window(view, self.browser.new_context(**view.context()).new_page())
            window.listen()
        else:
            self.idle.remove(window)
            window.page.bring_to_front()  # else the page may be taken for one without focus
        window.faults.clear()
        if state:
            window.page.context.add_cookies(state["cookies"])
        return window

    def give_back(self, window: Window) -> None:
        """One with a fault, or that cannot be put in order, is not used again."""
        try:
            if not window.faults:
                window.forget()
                self.idle.append(window)
                return
        except Error:
            pass
        window.page.context.close()
