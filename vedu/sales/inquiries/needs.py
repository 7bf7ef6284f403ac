"""Express needs: what for, in the client's words or by the words that clients say most, and what he looks at."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.inquiries.step import Step
from vedu.sales.talk.need import Need

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vedu.sales.inquiries.inquiry import Inquiry

CHIPS, LOOKED_AT, LONGEST_CHIP = 5, 200, 60


def often_named(inquiries: "QuerySet[Inquiry]") -> list[str]:
    """What clients named most in the last of these inquiries, then what the catalogue answers; two queries at most."""
    deals = inquiries.exclude(deal=None).order_by("-pk").values("deal")[:LOOKED_AT]
    last = Need.objects.filter(deal__in=deals).order_by().values_list("words", flat=True)
    counted = Counter(words for words in last if len(words) <= LONGEST_CHIP)
    named = [words for words, times in counted.most_common(CHIPS) if times > 1]
    if len(named) < CHIPS:
        offered = Benefit.objects.filter(retired_at=None, product__is_withdrawn=False).exclude(problem="")
        problems = offered.order_by("product__name_folded", "pk").values_list("problem", flat=True)[:LOOKED_AT]
        named += [words for words in dict.fromkeys(problems) if words not in named and len(words) <= LONGEST_CHIP]
    return named[:CHIPS]


def looked_at() -> list[str]:
    """What a client may look at in the first place."""
    return [
        pgettext("what matters", "price"),
        pgettext("what matters", "time"),
        pgettext("what matters", "strength"),
        pgettext("what matters", "look"),
        pgettext("what matters", "size"),
        pgettext("what matters", "delivery"),
    ]


def ask(inquiry: "Inquiry", *, by: User, words: str, picked: Sequence[str], matters: str, at: datetime | None) -> None:
    """See Inquiry.ask. What was noted before is not noted twice."""
    deal = inquiry.require_work(by)
    said = [" ".join(one.split()) for one in (words, *picked)]
    known = {need.words: need for need in deal.needs.all()}
    new = [one for one in dict.fromkeys(said) if one and one not in known]
    if not new and not known:
        raise invalid("words", "words-needed", _("Write the need in the client's own words."))
    with transaction.atomic():
        for one in new:
            Need.note(deal, words=one, problem=_problem(matters), by=by, at=at).confirm(by=by, at=at)
        for need in known.values():
            if not need.is_confirmed:
                need.deal = deal
                need.confirm(by=by, at=at)
        if new and deal.name == _("Inquiry"):
            deal.describe(by=by, at=at, name=new[0][:80])
        inquiry.go_on(Step.PRODUCTS, by=by, at=at)


def _problem(matters: str) -> str:
    return _("Looks at: %(matters)s") % {"matters": matters.strip()} if matters.strip() else ""
