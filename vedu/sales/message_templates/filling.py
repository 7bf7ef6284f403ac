"""A template filled for one client: what it says, and what is missing and where to fill it in (CHAN-7)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Missing, Reason
from vedu.sales.message_templates.merge_field import GapSource, MergeField
from vedu.sales.message_templates.message_template import MessageTemplateVersion
from vedu.sales.message_templates.recipient import Known, Recipient
from vedu.sales.message_templates.substitution import fields_in, filled
from vedu.sales.message_templates.wording import Wording


@dataclass(frozen=True, slots=True)
class Gap:
    """A field that nothing is known for."""

    field: str
    source: GapSource

    @property
    def reason(self) -> Reason:
        label = MergeField(self.field).label if self.field in MergeField.values else "{" + self.field + "}"
        sentence = _("Missing: %(field)s. To fill it in: %(where)s.") % {"field": label, "where": self.source.label}
        return Reason("field-missing", sentence, {"field": self.field, "source": self.source.value})


@dataclass(frozen=True, slots=True)
class Filled:
    """``wording`` shows its holes as they are written in the template."""

    wording: Wording
    gaps: list[Gap]


def fill(version: MessageTemplateVersion, recipient: Recipient, *, by: User) -> Filled:
    """At most three queries. In the words of this version, with the prices of today."""
    known, wording = Known(recipient, by, version.template.language), version.wording
    values = known.values(wording.fields)
    gaps = [Gap(name, known.source(name)) for name in wording.fields if name not in values]
    return Filled(Wording(filled(wording.text, values), filled(wording.subject, values)), gaps)


def require_whole(wording: Wording) -> None:
    """Nothing with a hole is sent. Raises Missing with each field that is still to be filled."""
    holes = fields_in(wording.whole)
    if holes:
        raise Missing(*(_hole(name) for name in holes))


def _hole(name: str) -> Reason:
    label = MergeField(name).label if name in MergeField.values else name
    sentence = _("{%(name)s} is still empty (%(label)s): fill it in or take it out.")
    return Reason("hole-left", sentence % {"name": name, "label": label}, {"field": name})
