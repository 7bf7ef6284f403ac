"""What everybody in the company works with: the catalogue, scripts, templates, rules. Heads keep it."""

from datetime import date, timedelta

from django.db.models import Model
from django.utils import timezone

from tests.cast import Cast
from tests.sales.catalogue.goods import checked_boxes, took
from tests.sales.sequences.world import sequence
from vedu.clients.assignment.rule import AssignmentRule, Terms
from vedu.clients.assignment.territory import Territory
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.consent.text import ConsentText
from vedu.clients.sales_point import SalesPoint
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.calendar_day import CalendarDay
from vedu.foundation.people.installation import local_day
from vedu.foundation.people.substitution import plan_absence
from vedu.sales.catalogue.category import Category
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.objections.rebuttal import Rebuttal
from vedu.sales.objections.wording import Wording
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.playbooks.script import Question, Script, Step
from vedu.sales.signals.buying_signal import BuyingSignal

Things = dict[str, Model]
WHOLE = [{"field": "kind", "op": "in", "values": ["company"]}]


def day_in(days: int) -> date:
    """By the clock of the installation."""
    return local_day(timezone.now()) + timedelta(days=days)


def furnish(cast: Cast) -> Things:
    """Named as the addresses call them."""
    script = Script((Step("Talk", "needs", questions=(Question("size", "Which boxes?"),)),))
    return {
        **_goods(cast),
        **_rules(cast),
        "competitor": Competitor.add("Karton", by=cast.sergey),
        "playbook": Playbook.found("Our way", script, by=cast.sergey),
        "checklist": Checklist.objects.get(preset="first_impression"),
        "signal": BuyingSignal.add("Asks for a discount", 20, by=cast.sergey),
        "rebuttal": Rebuttal.write("price", Wording("Compare", ("Ask with what",)), by=cast.sergey),
        "sequence": sequence(cast),
        "team_template": MessageTemplate.objects.get(name="By email"),
        "consent_text": ConsentText.publish("offers", "We may call you about boxes.", by=cast.adam),
    }


def _goods(cast: Cast) -> Things:
    category = Category.called("Boxes", by=cast.sergey)
    product = checked_boxes(cast, category=category)
    return {"product": product, "category": category, "attempt": took(product, cast.anna)}


def _rules(cast: Cast) -> Things:
    CalendarDay.decide(day_in(30), "off", by=cast.vera)
    segment = Segment.define("Companies", WHOLE, by=cast.sergey)
    territory = Territory.define("Tatarstan", by=cast.vera, regions=["16"])
    return {
        "segment": segment,
        "territory": territory,
        "rule": AssignmentRule.define(Terms(name="Shops", people=[cast.anna]), by=cast.sergey),
        "point": SalesPoint.open("On Lenina", by=cast.vera),
        "absence": plan_absence(cast.anna, by=cast.anna, from_on=day_in(14)),
    }
