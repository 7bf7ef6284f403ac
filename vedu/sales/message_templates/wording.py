"""The words of a template: a subject where it is a letter, and the text. Plain values."""

from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _

from vedu.foundation.refusal import invalid, require_short
from vedu.sales.message_templates.merge_field import MergeField
from vedu.sales.message_templates.substitution import fields_in, has_stray_brace
from vedu.sales.message_templates.template_channel import TemplateChannel

LONGEST_SUBJECT, LONGEST_TEXT = 200, 8000


@dataclass(frozen=True, slots=True)
class Wording:
    text: str
    subject: str = ""

    @classmethod
    def typed(cls, text: str, subject: str = "") -> Self:
        """Without spaces at the ends of lines; line breaks of every system are one."""
        lines = (line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"))
        return cls("\n".join(lines), " ".join(subject.split()))

    @property
    def whole(self) -> str:
        return f"{self.subject}\n{self.text}"

    @property
    def fields(self) -> list[str]:
        return fields_in(self.whole)

    def require_sound(self, channel: str) -> None:
        """Raises Invalid with the first thing that cannot stand."""
        if not self.text:
            raise invalid("text", "words-needed", _("Write what the client will read or hear."))
        if channel == TemplateChannel.EMAIL and not self.subject:
            raise invalid("subject", "subject-needed", _("A letter has a subject: write it."))
        require_short("subject", self.subject, LONGEST_SUBJECT)
        require_short("text", self.text, LONGEST_TEXT)
        for place, words in (("subject", self.subject), ("text", self.text)):
            _require_known_fields(place, words)


def _require_known_fields(place: str, words: str) -> None:
    for name in fields_in(words):
        if name not in MergeField.values:
            sentence = _("There is no field {%(name)s}: choose one from the list of fields.") % {"name": name}
            raise invalid(place, "field-unknown", sentence)
    if has_stray_brace(words):
        raise invalid(place, "brace-alone", _("A brace stands alone: a field is written as {client}."))
