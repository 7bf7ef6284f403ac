"""Refusal reasons to start from (STAGE-5): group, code, name, recoverable, days before coming back."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vedu.sales.deals.refusal_reason import RefusalGroup as G

# (group, code, name, is recoverable, return after days or None for "do not return")
REASONS: tuple[tuple[G, str, str | Promise, bool, int | None], ...] = (
    (G.NEED, "no_need", _("No need"), False, None),
    (G.NEED, "not_now", _("Not now"), True, 30),
    (G.MONEY, "expensive", _("Expensive"), True, 14),
    (G.MONEY, "no_budget", _("No budget"), True, 60),
    (G.MONEY, "loan", _("The loan was refused"), True, 90),
    (G.TIME, "reporting", _("Busy with reporting"), True, 21),
    (G.TIME, "put_off", _("Put off"), True, 30),
    (G.COMPETITOR, "competitor", _("Chose a competitor"), True, 90),
    (G.COMPETITOR, "own_supplier", _("Has a supplier"), True, 60),
    (G.PRODUCT, "missing_feature", _("Lacks what is needed"), True, 60),
    (G.PRODUCT, "out_of_stock", _("Not in stock"), True, 14),
    (G.PRODUCT, "terms", _("Terms of delivery"), True, 14),
    (G.DECISION_MAKER, "not_reached", _("The decision maker was not reached"), True, 14),
    (G.DECISION_MAKER, "decided_above", _("Decided above"), True, 60),
    (G.CONTACT, "no_answer", _("No answer"), True, 14),
    (G.CONTACT, "wrong_data", _("Wrong phone or address"), False, None),
    (G.CONTACT, "do_not_call", _("Asked not to call"), False, None),
    (G.OFF_TARGET, "spam", _("Spam"), False, None),
    (G.OFF_TARGET, "duplicate", _("Duplicate"), False, None),
    (G.OFF_TARGET, "out_of_region", _("Out of our region"), False, None),
)
