"""How a closed deal ended: who, when, why, and when we come back (deal/_ending.html)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vedu.foundation.values.moments import full_text, moment_text
from vedu.sales.deals.closing import Closing, ClosingResult
from vedu.sales.deals.deal import Deal
from vedu.web.shell.clock import Clock


@dataclass(frozen=True, slots=True)
class Ending:
    """``details``: objection, competitor, note, the head's reason, each a sentence."""

    result: str
    title: str
    who: str
    back: str
    details: list[str]


def ending_of(deal: Deal, clock: Clock) -> Ending | None:
    """One query; None for an open deal, and for a closed one that came without a closing."""
    if deal.is_open:
        return None
    closing = deal.closings.select_related("reason", "by", "stage").first()
    return _ending(closing, clock) if closing else None


def _ending(closing: Closing, clock: Clock) -> Ending:
    by = closing.by.name if closing.by else ""
    when = full_text(clock.day_of(closing.at), clock.zone, clock.language)
    return Ending(
        result=closing.result,
        title=_title(closing),
        who=", ".join(filter(None, (when, by, _("stage “%(stage)s”") % {"stage": closing.stage.name}))),
        back=_back(closing, clock),
        details=_details(closing),
    )


def _title(closing: Closing) -> str:
    match closing.result:
        case ClosingResult.WON:
            return _("The deal is won")
        case ClosingResult.LOST:
            return _("Refusal: %(reason)s") % {"reason": closing.reason.name if closing.reason else ""}
    return _("The deal is put off")


def _back(closing: Closing, clock: Clock) -> str:
    if closing.return_on:
        day = moment_text(closing.return_on, clock.now, clock.zone, language=clock.language)
        return _("A reminder to come back stands on %(day)s") % {"day": day}
    return _("We do not come back to this deal") if closing.do_not_return else ""


def _details(closing: Closing) -> list[str]:
    told = (
        (_("Objection: %(words)s"), closing.objection),
        (_("Competitor: %(words)s"), closing.competitor),
        (_("Passed without evidence: %(words)s"), closing.override_reason),
        ("%(words)s", closing.note),
    )
    return [sentence % {"words": words} for sentence, words in told if words]
