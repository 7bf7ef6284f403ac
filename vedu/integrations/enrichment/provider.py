"""The port: whoever knows the state register. A new provider is a file beside this one and a word in ``choice.py``."""

from typing import ClassVar, Protocol

from vedu.integrations.enrichment.party import PartyFacts


class Provider(Protocol):
    """``code`` is kept beside each answer; ``is_local``: it may be asked without a pause."""

    code: ClassVar[str]
    is_local: ClassVar[bool]

    def find(self, inn: str, kpp: str = "") -> PartyFacts | None:
        """None when the register has nobody by it. Raises Unanswered when that could not be learned."""


class Unanswered(Exception):
    """The provider could not be asked. ``code`` is a key of ``trouble.SENTENCES``."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
