"""After how many working days the head is told of an overdue task (DAY-4)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vedu.sales.reminders.overdue_rule import MOST_DAYS, OverdueRule


class OverdueForm(forms.Form):
    """Empty is never."""

    head_days = forms.IntegerField(
        label=_("Working days till the head is told"), required=False, min_value=1, max_value=MOST_DAYS
    )


def kept_overdue() -> OverdueForm:
    return OverdueForm(initial={"head_days": OverdueRule.days()}, auto_id="id_overdue_%s")
