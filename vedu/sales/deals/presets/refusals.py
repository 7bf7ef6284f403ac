"""Refusal reasons to start from (STAGE-5): group, code, name, recoverable, days before coming back."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from vedu.sales.deals.refusal_reason import RefusalGroup as G

# (group, code, name, is recoverable, return after days or None for "do not return")
REASONS: tuple[tuple[G, str, str | Promise, bool, int | None], ...] = (
    (G.NEED, "no_need", pgettext_lazy("refusal", "No need"), False, None),
    (G.NEED, "not_now", pgettext_lazy("refusal", "Not now"), True, 30),
    (G.MONEY, "expensive", pgettext_lazy("refusal", "Expensive"), True, 14),
    (G.MONEY, "no_budget", pgettext_lazy("refusal", "No budget"), True, 60),
    (G.MONEY, "loan", pgettext_lazy("refusal", "The loan was refused"), True, 90),
    (G.TIME, "reporting", pgettext_lazy("refusal", "Busy with reporting"), True, 21),
    (G.TIME, "put_off", pgettext_lazy("refusal", "Put off"), True, 30),
    (G.COMPETITOR, "competitor", pgettext_lazy("refusal", "Chose a competitor"), True, 90),
    (G.COMPETITOR, "own_supplier", pgettext_lazy("refusal", "Has a supplier"), True, 60),
    (G.PRODUCT, "missing_feature", pgettext_lazy("refusal", "Lacks what is needed"), True, 60),
    (G.PRODUCT, "out_of_stock", pgettext_lazy("refusal", "Not in stock"), True, 14),
    (G.PRODUCT, "terms", pgettext_lazy("refusal", "Terms of delivery"), True, 14),
    (G.DECISION_MAKER, "not_reached", pgettext_lazy("refusal", "The decision maker was not reached"), True, 14),
    (G.DECISION_MAKER, "decided_above", pgettext_lazy("refusal", "Decided above"), True, 60),
    (G.CONTACT, "no_answer", pgettext_lazy("refusal", "No answer"), True, 14),
    (G.CONTACT, "wrong_data", pgettext_lazy("refusal", "Wrong phone or address"), False, None),
    (G.CONTACT, "do_not_call", pgettext_lazy("refusal", "Asked not to call"), False, None),
    (G.OFF_TARGET, "spam", pgettext_lazy("refusal", "Spam"), False, None),
    (G.OFF_TARGET, "duplicate", pgettext_lazy("refusal", "Duplicate"), False, None),
    (G.OFF_TARGET, "out_of_region", pgettext_lazy("refusal", "Out of our region"), False, None),
)
