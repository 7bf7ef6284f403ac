"""Everything the page of a deal shows. A part is read when a template first asks for it, so that a fragment which
htmx swaps pays for itself alone. The whole page of an open deal takes at most twelve queries."""

from functools import cached_property

from django.middleware.csrf import get_token
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.values.moments import moment_text
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.gate_facts import GateFacts
from vedu.sales.talk.repetition import said_twice
from vedu.sales.touches.channel import TaskKind
from vedu.web.clients.owner_strip import OwnerStrip, owner_strip
from vedu.web.deal.dragging import Dragging, dragging_of
from vedu.web.deal.ending import Ending, ending_of
from vedu.web.deal.evidence import evidence_forms
from vedu.web.deal.fact_rows import FactRow, fact_rows
from vedu.web.deal.forms import Forms
from vedu.web.deal.gate import Gate, gate_of
from vedu.web.deal.head import Head, head_of
from vedu.web.deal.next_step import NextStepView, Planning, next_step_of, planning_of
from vedu.web.deal.path import Path, StageRow, moves_of, path_of, stages_of
from vedu.web.deal.people import People, people_of
from vedu.web.deal.said import ActionRow, NeedRow, ObjectionRow, Said, said_of
from vedu.web.message_templates.link import WritingLink
from vedu.web.preparation.panel import BriefPanel, brief_panel, empty_panel
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.signed import SignedRequest
from vedu.web.signals.gauge import Gauge, gauge_of
from vedu.web.touches import timeline
from vedu.web.touches.behind import touches_of
from vedu.web.touches.choice import Choice
from vedu.web.touches.composer import Composer
from vedu.web.touches.line import TouchFacts


class Card:
    """``deal`` comes from find_deal."""

    def __init__(self, request: SignedRequest, deal: Deal) -> None:
        self.request, self.deal, self.user, self.clock = request, deal, request.user, Clock.here()

    @property
    def can_work(self) -> bool:
        """Forms are for those who may use them."""
        return self.deal.is_open and self.is_ours

    @cached_property
    def is_ours(self) -> bool:
        return self.user.may_work_for(self.deal.owner_id)

    @cached_property
    def head(self) -> Head:
        return head_of(self.deal, self.clock)

    @cached_property
    def owner(self) -> OwnerStrip:
        return owner_strip(self.deal.client, self.user, self.clock.now)

    @cached_property
    def path(self) -> Path:
        touched = [touch.at for touch in self._touches.values()]
        drags = self.dragging is not None
        return path_of(self.deal, self._stages, moves_of(self.deal), touched, self.clock, drags=drags)

    @cached_property
    def dragging(self) -> Dragging | None:
        """Under the path, where the deal stands longer than is usual."""
        return dragging_of(self.deal, self._touches.values(), self.clock) if self.deal.is_open else None

    @cached_property
    def gate(self) -> Gate:
        return gate_of(self._stages, self.deal.stage_id, self._facts)

    @cached_property
    def people(self) -> People:
        return people_of(self.deal)

    @cached_property
    def preparation(self) -> BriefPanel:
        """Of a closed deal nobody has to prepare for a call."""
        client_id = self.deal.client_id
        return brief_panel(client_id, self.clock.now) if self.deal.is_open else empty_panel(client_id)

    @property
    def writing(self) -> WritingLink:
        return WritingLink(address_of("message_templates:of_deal", self.deal.pk))

    @property
    def is_before_talk(self) -> bool:
        """The brief stands open till the client first answers."""
        return self.deal.is_open and self.deal.last_two_way_at is None

    @cached_property
    def needs(self) -> list[NeedRow]:
        """Those that wait for a word first, with the button that gives it."""
        needs = self._said.needs
        if self.can_work:
            for number, need in enumerate(need for need in needs if not need.is_confirmed):
                need.form = self.forms.confirm(need, is_first=number == 0)
        return needs

    @cached_property
    def objections(self) -> list[ObjectionRow]:
        objections = self._said.objections
        if self.can_work:
            for number, objection in enumerate(one for one in objections if not one.is_answered):
                objection.form = self.forms.reply(objection, is_first=number == 0)
        return objections

    @cached_property
    def actions(self) -> list[ActionRow]:
        """What was given against a doubt and is not over."""
        actions, clock = self._said.actions, self.clock
        for action in actions:
            day = moment_text(action.until_on, clock.now, clock.zone, language=clock.language)
            action.words = _("%(what)s till %(day)s") % {"what": action.what, "day": day}
            if self.can_work:
                action.form = self.forms.end_action(action)
        return actions

    @cached_property
    def said_twice(self) -> str:
        """The objection that comes back: time to offer closing (STAGE-7), unless documents are on their way."""
        step = self.deal.next_step
        if EvidenceKind.DOCUMENTS in self._said.recorded or (step and step.kind == TaskKind.DOCUMENT):
            return ""
        in_order = sorted(self._said.objections, key=lambda one: one.pk)
        return said_twice((one.code, one.text) for one in in_order)

    @cached_property
    def next(self) -> NextStepView:
        return next_step_of(self.deal, self.people, self.clock)

    @cached_property
    def planning(self) -> Planning:
        return planning_of(self.deal, self.clock)

    @cached_property
    def forms(self) -> Forms:
        return Forms(self.deal, get_token(self.request))

    def description_form(self) -> SafeString:
        return self.forms.description(self.deal, self.head)

    def committee_form(self) -> SafeString:
        return self.forms.committee(self.people.all)

    def evidence_forms(self) -> list[SafeString]:
        """For those who may record."""
        if not self.can_work:
            return []
        return evidence_forms(self._stages, self.deal.stage_id, self._said, self.forms)

    @cached_property
    def ending(self) -> Ending | None:
        return ending_of(self.deal, self.clock)

    @property
    def gauge(self) -> Gauge:
        return gauge_of(self.deal, self.clock.now, self.clock.language)

    @cached_property
    def facts(self) -> list[FactRow]:
        return fact_rows(self.deal, self.clock)

    @cached_property
    def composer(self) -> Composer:
        step = self.deal.next_step
        wanted = self.people.to_talk_to(step.contact_id if step else None)
        return Composer(
            url=address_of("deal:touches", self.deal.pk),
            client_id=self.deal.client_id,
            contacts=[Choice(str(person.pk), person.name, person is wanted) for person in self.people.all],
            clock=self.clock,
            step=step,
            asks_why=self.deal.client.owner_id not in (None, self.user.pk),
        )

    @cached_property
    def timeline(self) -> timeline.Timeline:
        asked = timeline.asked(self.request.GET)
        return timeline.of_deal(self.deal, self.user, asked=asked, touches=self._touches)

    @cached_property
    def _said(self) -> Said:
        return said_of(self.deal)

    @cached_property
    def _stages(self) -> list[StageRow]:
        return stages_of(self.deal)

    @cached_property
    def _touches(self) -> dict[int, TouchFacts]:
        return touches_of(self.deal)

    @cached_property
    def _facts(self) -> GateFacts:
        """Out of what the panels have loaded anyway."""
        return GateFacts(
            has_contact=self.deal.last_two_way_at is not None,
            roles={person.role for person in self.people.committee},
            needs=[need.is_confirmed for need in self._said.needs],
            objections=[objection.is_answered for objection in self._said.objections],
            recorded=self._said.recorded,
        )
