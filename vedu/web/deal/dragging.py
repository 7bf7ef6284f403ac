"""That a deal stands longer than is usual, what helped others from here, and when to stop (deal/_dragging.html)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.values.durations import days_text
from vedu.insight.preparation import percent, rate_text
from vedu.insight.stage_norms.standing import Helped, Hopeless, NormSource, Standing, standing_of
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.touches.channel import Channel
from vedu.web.shell.clock import Clock
from vedu.web.touches.line import TouchFacts


@dataclass(frozen=True, slots=True)
class Dragging:
    """Sentences; ``helped`` and ``stop`` are empty while there is too little to say."""

    line: str
    helped: str
    stop: str


def dragging_of(deal: Deal, touches: Iterable[TouchFacts], clock: Clock) -> Dragging | None:
    """One query. None for a deal that does not drag, and while the stage has only the norm it was given: the path
    says that one already."""
    standing = standing_of(deal, [touch.at for touch in touches if touch.two_way], clock.now)
    if not standing.is_dragging or standing.norm.source == NormSource.PRESET:
        return None
    helped, hopeless = standing.helped, standing.hopeless
    return Dragging(
        line=_line(standing, clock.language),
        helped=_helped(helped) if helped else "",
        stop=stop_text(hopeless) if hopeless else "",
    )


def _line(standing: Standing, language: str) -> str:
    """«Дольше, чем 80 % выигранных сделок на этом этапе: 23 дня, обычно до 9»."""
    words = {"days": days_text(standing.days, language), "norm": standing.norm.limit, "share": standing.longer_than}
    if standing.longer_than is None:
        return _("Longer than is usual at this stage: %(days)s, usually up to %(norm)d") % words
    return _("Longer than %(share)d%% of the won deals at this stage: %(days)s, usually up to %(norm)d") % words


def _helped(helped: Helped) -> str:
    """«Здесь чаще помогала встреча: у 34 из 52 сделок, которые всё же пошли дальше, и у 9 из 61 остальных»."""
    on, off = helped.went_on, helped.stayed
    counts = {"on": on.won, "all_on": on.total, "off": off.won, "all_off": off.total}
    said = _("%(what)s: %(on)d of %(all_on)d deals that went on after all had it, %(off)d of %(all_off)d of the others")
    return said % {"what": _what(helped.act), **counts}


def stop_text(hopeless: Hopeless) -> str:
    """Why it is time to stop, in the words of all screens."""
    rate, usual = hopeless.rate, percent(hopeless.usual.share)
    words = {"won": rate.won, "closed": rate.total, "rate": rate_text(rate), "usual": usual}
    return (
        _("Of the deals that stood here as long %(won)d of %(closed)d were won: %(rate)s, usually %(usual)d%%") % words
    )


def _what(act: str) -> str:
    """What came more often in the week before the step forward."""
    match act:
        case Channel.CALL:
            return pgettext("helped", "A call helped here more often")
        case Channel.EMAIL:
            return pgettext("helped", "A letter helped here more often")
        case Channel.MEETING:
            return pgettext("helped", "A meeting helped here more often")
        case Channel.VISIT:
            return pgettext("helped", "A visit to the client helped here more often")
        case EvidenceKind.PRESENTATION:
            return pgettext("helped", "A presentation helped here more often")
        case EvidenceKind.DOCUMENTS:
            return pgettext("helped", "Contract and invoice helped here more often")
    return pgettext("helped", "This helped here more often: %(channel)s") % {"channel": Channel(act).label}
