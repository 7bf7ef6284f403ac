"""How one deal of the demo world goes: by the method, from touch to touch, in public verbs only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.demo.wholesale import words
from vedu.demo.wholesale.answers import Answers
from vedu.demo.wholesale.scripts import Script, Scripts
from vedu.foundation.people.user import User
from vedu.foundation.values.money import Money
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.sales.talk.need import Need, NeedPriority
from vedu.sales.talk.objection import Objection
from vedu.sales.touches.channel import Channel, Direction, Outcome

# Of the steps forward, so many drag.
DRAGS = 0.15


@dataclass(slots=True)
class Story:
    """A deal being led. ``at`` is the moment the next thing happens; it only goes forward.

    ``dice`` are thrown for what drags: its own, so that all else stays as it was."""

    rng: Random
    owner: User
    client: Client
    people: list[Contact]
    stages: list[Stage]
    at: datetime
    dice: Random
    answers: Answers
    scripts: Scripts
    deal: Deal | None = None
    need: Need | None = None
    script: Script | None = None

    @property
    def led(self) -> Deal:
        assert self.deal is not None, "begin first"
        return self.deal

    def begin(self, pipeline: Pipeline) -> Deal:
        """Open the deal."""
        product, low, high = self.rng.choice(words.PRODUCTS)
        amount = Decimal(self.rng.randint(low, high) * 1000)
        self.deal = Deal.open(
            self.client,
            pipeline,
            name=product,
            by=self.owner,
            value=Money(amount, "RUB"),
            source=self.rng.choice(words.SOURCES),
            at=self.at,
        )
        return self.deal

    def by_script(self, *, wins: bool) -> None:
        """It is known how the deal will end; the past has asked and argued accordingly."""
        self.script = self.scripts.begin(self.led, wins=wins)

    def lead_to(self, position: int, *, pace: float, until: datetime, even: bool = False) -> None:
        """Stage by stage to ``position``; ``pace`` is days spent against the norm, give or take when not ``even``.

        Never later than ``until``."""
        for stage in self.stages[1 : position + 1]:
            self._work(stage.position - 1)
            luck = 1.0 if even else self.rng.uniform(0.5, 1.1)
            if not even and self.dice.random() < DRAGS:
                self._drag(until)
            self._step_to(stage, self.led.stage.day_norm * pace * luck, until)
            self._ask(stage.position)

    def support(self, *, until: datetime) -> None:
        """Look after the first delivery before the deal is done."""
        self._wait(self.led.stage.day_norm * self.dice.uniform(0.05, 0.4), until)

    def linger(self, *, until: datetime) -> None:
        """Stand in the last stage till nobody hopes any more; a call, now and then a visit in vain."""
        self._wait(self.led.stage.day_norm * self.dice.uniform(0.1, 3.5), until)
        luck, gave_up = self.dice.random(), self.at
        self.at = max(self.led.stage_since, gave_up - timedelta(days=2))
        if luck < 0.5:
            self._touch(Channel.CALL, Outcome.NO_ANSWER)
        elif luck < 0.65:
            self._touch(Channel.VISIT, Outcome.TALKED, self.dice.choice(words.TALKS))
        self.at = gave_up

    def repeat(self, *, until: datetime) -> None:
        """A known client orders again: everything is talked over in two conversations."""
        for position in range(1, 7):
            self._ask(position)
            self._work(position)
        self._step_to(self.stages[6], self.rng.uniform(1, 4), until)
        self._step_to(self.stages[7], self.rng.uniform(2, 5), until)

    def _drag(self, until: datetime) -> None:
        """Longer than is usual; what moves the deal on at last is most often that somebody goes there."""
        self._wait(self.led.stage.day_norm * self.dice.uniform(0.7, 2.5), until - timedelta(days=3))
        if self.dice.random() < 0.6:
            self._touch(Channel.VISIT, Outcome.TALKED, self.dice.choice(words.TALKS))

    def _ask(self, position: int) -> None:
        if self.script is not None:
            self.scripts.ask(self.led, self.script, position, self.at)

    def _wait(self, days: float, until: datetime) -> None:
        """Never later than ``until``, never back."""
        self.at = max(self.at, min(self.at + timedelta(days=days), until))

    def _step_to(self, stage: Stage, days: float, until: datetime) -> None:
        self._pass(days, until)
        self.led.move_to(stage, by=self.owner, at=self.at)

    def _work(self, position: int) -> None:
        """What a stage is for; leaves the evidence that its gate asks for."""
        works = (
            self._prepare,
            self._reach_who_decides,
            self._talk,
            self._find_needs,
            self._present,
            self._answer,
            self._paper,
        )
        if position < len(works):
            works[position]()

    def _prepare(self) -> None:
        if self.rng.random() < 0.4:
            self._touch(Channel.CALL, Outcome.NO_ANSWER)

    def _reach_who_decides(self) -> None:
        if self.rng.random() < 0.6:
            self._touch(Channel.CALL, Outcome.GATEKEEPER, self.rng.choice(words.SECRETARY), self.people[-1])
        CommitteeMember.name_role(self.led, self.people[0], CommitteeRole.DECISION_MAKER, by=self.owner, at=self.at)
        if len(self.people) > 1:
            role = self.rng.choice((CommitteeRole.INFLUENCER, CommitteeRole.USER, CommitteeRole.GATEKEEPER))
            CommitteeMember.name_role(self.led, self.people[1], role, by=self.owner, at=self.at)

    def _talk(self) -> None:
        self._touch(Channel.CALL, Outcome.TALKED, self.rng.choice(words.TALKS))

    def _find_needs(self) -> None:
        for number, (said, problem, now) in enumerate(self.rng.sample(words.NEEDS, self.rng.randint(1, 3))):
            need = Need.note(
                self.led,
                words=said,
                problem=problem,
                current_solution=now,
                priority=list(NeedPriority)[min(number, 2)],
                contact=self.people[0],
                by=self.owner,
                at=self.at,
            )
            if number == 0:
                need.confirm(by=self.owner, at=self.at)
                self.need = need
        self._touch(Channel.MEETING, Outcome.TALKED, self.rng.choice(words.TALKS))

    def _present(self) -> None:
        self._touch(Channel.EMAIL, Outcome.SENT, self.rng.choice(words.LETTERS))
        if self.script is not None:
            self.scripts.show(self.led, self.script, self.need, self.at)
        self.led.record_evidence("presentation_made", by=self.owner, note="Показ образцов", at=self.at)
        if self.rng.random() < 0.5:
            self._touch(Channel.EMAIL, Outcome.REPLIED, self.rng.choice(words.REPLIES), incoming=True)

    def _answer(self) -> None:
        usual = self.rng.choice(words.OBJECTIONS)
        text, kind, answer = self.answers.rarely(words.RARER) or usual
        objection = Objection.note(self.led, text=text, kind=kind, by=self.owner, at=self.at)
        self._touch(Channel.CALL, Outcome.TALKED, self.rng.choice(words.TALKS))
        version, helps = self.answers.to(kind)
        said = "" if version else answer
        if not helps:
            objection.reply(version=version, answer=said, result="stands", by=self.owner, at=self.at)
            version = self.answers.better_to(kind)
        objection.reply(version=version, answer="" if version else answer, by=self.owner, at=self.at)

    def _paper(self) -> None:
        note = f"Договор и счёт № {self.rng.randint(100, 990)}"
        self.led.record_evidence("documents_issued", by=self.owner, note=note, at=self.at)
        self.led.record_evidence("paid", by=self.owner, note="По банку", at=self.at)

    def object_in_vain(self) -> None:
        """An objection that was answered and stands; with it the deal is lost."""
        dice = self.answers.dice
        text, kind, answer = dice.choice(words.OBJECTIONS + words.RARER)
        indecision = self.answers.is_indecision(kind)
        objection = Objection.note(self.led, text=text, kind=kind, is_indecision=indecision, by=self.owner, at=self.at)
        version = self.answers.in_vain_to(kind)
        objection.reply(version=version, answer="" if version else answer, result="stands", by=self.owner, at=self.at)

    def object_without_answer(self) -> None:
        """An objection that is still open."""
        text, kind, _answer = self.rng.choice(words.OBJECTIONS)
        Objection.note(self.led, text=text, kind=kind, by=self.owner, at=self.at)

    def _touch(
        self, channel: str, outcome: str, text: str = "", contact: Contact | None = None, *, incoming: bool = False
    ) -> None:
        direction = Direction.IN if incoming else Direction.OUT
        seconds = self.rng.randint(60, 900) if outcome == Outcome.TALKED and channel == Channel.CALL else None
        self.led.log_touch(
            by=self.owner,
            channel=channel,
            direction=direction,
            outcome=outcome,
            text=text,
            seconds=seconds,
            contact=contact or self.people[0],
            at=self.at,
        )

    def _pass(self, days: float, until: datetime) -> None:
        """Time goes on, within the working day."""
        at = self.at + timedelta(days=days, minutes=self.rng.randint(0, 59))
        self.at = min(at.replace(hour=self.rng.randint(6, 13)), until)
