"""What would let a person go on after a refusal: screens register a button for each code of a reason."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from vedu.foundation.refusal import Reason


@dataclass(frozen=True, slots=True)
class Way:
    """A button: a link, or a POST when ``post`` is set."""

    label: str
    url: str
    post: bool = False
    quiet: bool = False


Finder = Callable[[HttpRequest, Reason], Way | None]
_finders: dict[str, list[Finder]] = {}


def way_on(*codes: str) -> Callable[[Finder], Finder]:
    """Registers a function that may know the way on for reasons with these codes."""

    def register(finder: Finder) -> Finder:
        for code in codes:
            _finders.setdefault(code, []).append(finder)
        return finder

    return register


def ways_on(request: HttpRequest, reasons: Iterable[Reason]) -> list[Way]:
    found = [finder(request, reason) for reason in reasons for finder in _finders.get(reason.code, ())]
    return list(dict.fromkeys(way for way in found if way))
