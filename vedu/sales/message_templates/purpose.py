"""What a template is for: by what it goes, in which part of a sale, to bring about what, in which language."""

from dataclasses import asdict, dataclass

from django.db import models
from django.utils.translation import gettext as _

from vedu.foundation.refusal import invalid
from vedu.sales.message_templates.template_channel import AidaStep, TemplateChannel, TemplateLanguage
from vedu.sales.playbooks.phase import SalePhase

_WORDS: dict[str, type[models.TextChoices]] = {
    "channel": TemplateChannel,
    "phase": SalePhase,
    "aida": AidaStep,
    "language": TemplateLanguage,
}
MAY_BE_ANY = frozenset({"phase", "aida"})


@dataclass(frozen=True, slots=True)
class Purpose:
    """``phase`` and ``aida`` "": for any."""

    channel: str = TemplateChannel.EMAIL
    phase: str = ""
    aida: str = ""
    language: str = TemplateLanguage.RUSSIAN

    @property
    def columns(self) -> dict[str, str]:
        return asdict(self)

    def require_known(self) -> None:
        """Raises Invalid for the first word that is none of the list."""
        for field, value in self.columns.items():
            words = _WORDS[field]
            if value not in words.values and not (field in MAY_BE_ANY and not value):
                said = {"value": value, "allowed": ", ".join(words.values)}
                sentence = _("“%(value)s” is unknown here: use one of %(allowed)s.") % said
                raise invalid(field, "unknown-word", sentence)
