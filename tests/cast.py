"""The named people and clients of the tests. Import the fixture through tests/conftest.py."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone, translation

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.roles import Role
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.values.money import Money
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.deals.presets.active import WHOLESALE
from vedu.sales.deals.presets.install import install, install_refusal_reasons
from vedu.sales.deals.presets.passive import SHOP
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection
from vedu.sales.touches.channel import Channel, TaskKind
from vedu.sales.touches.next_step import NextStep


@dataclass
class Cast:
    """Anna sells; Igor is her teammate; Sergey heads their team; Olga sells in another team headed by nobody;
    Vera owns the business; Boris is the accountant; Adam administers."""

    north: Team
    south: Team
    anna: User
    igor: User
    sergey: User
    olga: User
    vera: User
    boris: User
    adam: User
    pipeline: Pipeline
    shop: Pipeline

    def stage(self, position: int) -> Stage:
        """A stage of the eight-step pipeline: 0 preparation … 4 presentation … 7 support."""
        return self.pipeline.stages.get(position=position)

    def client(self, name: str = "Northern Bakery", *, owner: User | None = None) -> Client:
        """A client: free, or claimed by ``owner``."""
        client = Client.add(name=name, by=owner or self.anna)
        if owner is not None:
            client.claim(by=owner)
        return client

    def deal(self, *, owner: User | None = None, client: Client | None = None, amount: int = 480_000) -> Deal:
        """An open deal in the first stage with a call planned for tomorrow."""
        owner = owner or self.anna
        client = client or self.client(owner=owner)
        return Deal.open(
            client,
            self.pipeline,
            name="Cake boxes",
            by=owner,
            value=Money(Decimal(amount), "RUB"),
            next_step=step(),
        )

    def contact(self, client: Client, name: str = "Olga Ryabinina") -> Contact:
        return Contact.add(client, name=name, by=client.owner or self.anna, job_title="commercial director")

    def ready_for(self, deal: Deal, position: int) -> Deal:
        """Give the deal all the evidence that a move to the stage at ``position`` asks for."""
        give = (None, self._decision_maker, self._conversation, self._need, self._presentation, None, self._papers)
        for number in range(1, position):
            action = give[number] if number < len(give) else None
            if action is not None:
                action(deal)
        return deal

    def at_stage(self, position: int, **facts: object) -> Deal:
        """A deal led honestly to the stage at ``position``."""
        deal = self.ready_for(self.deal(**facts), position)  # type: ignore[arg-type]
        if position:
            deal.move_to(self.stage(position), by=deal.owner)
        return deal

    def _decision_maker(self, deal: Deal) -> None:
        CommitteeMember.name_role(deal, self.contact(deal.client), CommitteeRole.DECISION_MAKER, by=deal.owner)

    def _conversation(self, deal: Deal) -> None:
        deal.log_touch(by=deal.owner, channel=Channel.CALL, text="Agreed to talk")

    def _need(self, deal: Deal) -> None:
        Need.note(deal, words="Cakes arrive crushed", by=deal.owner).confirm(by=deal.owner)

    def _presentation(self, deal: Deal) -> None:
        deal.record_evidence("presentation_made", by=deal.owner)

    def _papers(self, deal: Deal) -> None:
        deal.record_evidence("documents_issued", by=deal.owner, note="Invoice 318")
        deal.record_evidence("paid", by=deal.owner, note="402 000")

    def buy(self, client: Client, at: datetime | None = None, *, amount: int = 100_000, currency: str = "RUB") -> Deal:
        """The client bought: a deal that was opened and won at this moment, by the owner's head when it is led."""
        value = Money(Decimal(amount), currency)
        deal = Deal.open(client, self.pipeline, name="An order", by=client.owner or self.anna, value=value, at=at)
        deal.win(by=self.vera, override_reason="Paid in cash", at=at)
        client.refresh_from_db()
        return deal

    def refuse(self, client: Client, at: datetime | None = None, *, code: str = "expensive", **facts: Any) -> Deal:
        """The client refused a deal of that moment; comes back when the reason says so."""
        deal = Deal.open(client, self.pipeline, name="An offer", by=client.owner or self.anna, at=at)
        deal.lose(by=deal.owner, reason=self.reason(code), at=at, **facts)
        client.refresh_from_db()
        return deal

    def object_to(self, deal: Deal, text: str = "Expensive") -> Objection:
        return Objection.note(deal, text=text, kind="price", by=deal.owner)

    def reason(self, code: str = "expensive") -> RefusalReason:
        return RefusalReason.objects.get(code=code)


def step(days: int = 1, kind: str = TaskKind.CALL, title: str = "Confirm the need") -> NextStep:
    """A next step so many days from now."""
    return NextStep(kind=kind, due_at=timezone.now() + timedelta(days=days), title=title)


def gather() -> Cast:
    """Everybody on stage; interface texts of the world are English."""
    north, south = Team.found("North"), Team.found("South")
    with translation.override("en"):
        pipeline, shop = install([WHOLESALE, SHOP])
        install_refusal_reasons()
    return Cast(
        north=north,
        south=south,
        anna=person("anna", "Anna Kotova", Role.SELLER, north),
        igor=person("igor", "Igor Belov", Role.SELLER, north),
        sergey=person("sergey", "Sergey Lapin", Role.HEAD, north),
        olga=person("olga", "Olga Orlova", Role.SELLER, south),
        vera=person("vera", "Vera Vlasova", Role.OWNER, None),
        boris=person("boris", "Boris Bukin", Role.ACCOUNTANT, None),
        adam=person("adam", "Adam Adamov", Role.ADMINISTRATOR, None),
        pipeline=pipeline,
        shop=shop,
    )


def person(login: str, name: str, role: Role, team: Team | None) -> User:
    first, last = name.split()
    return User.objects.create_user(
        login, f"{login}@vedu.example", "correct-horse", first_name=first, last_name=last, role=role, team=team
    )
