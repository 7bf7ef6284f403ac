"""The fields of a rule of contact, with their words and units, in the order in which they are asked for."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.clients.channel import REMOTE


class RuleField(NamedTuple):
    """``word`` is that of written_rules.py; ``unit`` stands after the field."""

    word: str
    label: str | Promise
    unit: str | Promise = ""
    help: str | Promise = ""


class FieldGroup(NamedTuple):
    title: str | Promise
    fields: Sequence[RuleField]


_TIMES, _HOURS, _DAYS = _("touches"), pgettext_lazy("unit", "hours"), pgettext_lazy("unit", "days")
GROUPS = (
    FieldGroup(
        _("Hours by the client's clock"),
        (
            RuleField("usual", _("Usual"), help=_("outside of them a warning")),
            RuleField("outer", _("At all"), help=_("outside of them nobody is disturbed")),
            RuleField("outer_on_days_off", _("At all, on days off"), help=_("empty: not at all")),
        ),
    ),
    FieldGroup(
        _("At most, all colleagues and channels together"),
        (
            RuleField("most_a_day", _("In a day"), _TIMES),
            RuleField("most_a_week", _("In 7 days"), _TIMES),
            RuleField("most_a_month", _("In 30 days"), _TIMES),
            RuleField("most_unanswered", _("In a row without an answer"), _TIMES, _("0: no limit")),
        ),
    ),
    FieldGroup(
        _("Rest"),
        (
            RuleField("hours_between", _("Between two touches"), _HOURS),
            RuleField("days_after_refusal", _("After a refusal"), _DAYS),
            RuleField("days_of_rest", _("After touches without an answer"), _DAYS),
            RuleField("hours_after_colleague", _("After a colleague's touch"), _HOURS, _("a warning only")),
        ),
    ),
)
WORDS = [field.word for group in GROUPS for field in group.fields]
CONSENT = "need_consent"
CHANNELS = REMOTE
