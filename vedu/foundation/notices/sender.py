"""What every way out of the app can do, and how it fails."""

from typing import Protocol

from vedu.foundation.notices.delivery import Delivery
from vedu.foundation.notices.letter import Letter


class Failed(Exception):
    """This one was not taken now; another may be."""


class Rejected(Failed):
    """This one will never be taken: there is no such address."""


class Unreachable(Failed):
    """The server takes nothing now: the others wait as well."""


class Sender(Protocol):
    """Raises one of the above. May be asked for the same delivery again: it must then look the same to who gets it."""

    def send(self, delivery: Delivery, letter: Letter) -> None: ...

    def close(self) -> None: ...
