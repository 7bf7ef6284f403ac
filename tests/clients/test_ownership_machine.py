"""Any sequence of what people and jobs do leaves at most one owner, a whole history, and never a led client taken by
a rule (OWN-1, OWN-2, OWN-6).

The machine works in the test's own database; what it did is rolled back after each run. A job that ends ownership by
the clock is added as one more rule, see ``Machine.by_rule``."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.cast import gather, step
from vedu.clients.assignment.giving import assign_new
from vedu.clients.assignment.method import Method
from vedu.clients.assignment.rule import AssignmentRule, Terms
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.handover import Handover
from vedu.clients.owner_state import OwnerState
from vedu.clients.ownership import Ownership
from vedu.clients.reassignment import carrying_out, undoing
from vedu.clients.reassignment.plan import Division
from vedu.clients.reassignment.reassignment import Reassignment
from vedu.clients.reassignment.selection import Selection
from vedu.foundation.events import Event
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.staffing import dismiss, take_back
from vedu.foundation.people.substitution import end_absence, plan_absence
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

WHO = st.sampled_from(["anna", "igor", "sergey", "olga"])
WHICH = st.integers(0, 2)


@contextmanager
def allowed() -> Iterator[None]:
    """A rule of the product may say no; then nothing of it is left."""
    try:
        with transaction.atomic():
            yield
    except Refused:
        pass


class Machine(RuleBasedStateMachine):
    """Three clients at first; two teams, one of them with a head."""

    @initialize()
    def world(self) -> None:
        self.save = transaction.atomic()
        self.save.__enter__()
        self.cast = gather()
        for role, limit in (("seller", 2), ("head", 3)):
            ClaimLimit.decide(role, limit, by=self.cast.adam)
        self.ids = [self.cast.client(f"Client {number}").pk for number in range(3)]
        self.rules = AssignmentRule.define(
            Terms("Newcomers", method=Method.LOAD, people=[self.cast.anna, self.cast.olga]), by=self.cast.adam
        )
        self.rules.switch(on=True, by=self.cast.adam)

    def teardown(self) -> None:
        if hasattr(self, "save"):
            transaction.set_rollback(True)
            self.save.__exit__(None, None, None)

    def client(self, which: int) -> Client:
        return Client.objects.select_related("owner").get(pk=self.ids[which])

    def person(self, who: str) -> User:
        """As his next request sees him."""
        return User.objects.select_related("team").get(pk=getattr(self.cast, who).pk)

    # what people do

    @rule(which=WHICH, who=WHO)
    def claim(self, which: int, who: str) -> None:
        with allowed():
            self.client(which).claim(by=self.person(who))

    @rule(which=WHICH, who=WHO)
    def release(self, which: int, who: str) -> None:
        with allowed():
            self.client(which).release(by=self.person(who))

    @rule(which=WHICH, who=WHO)
    def ask_for(self, which: int, who: str) -> None:
        with allowed():
            Handover.request(self.client(which), by=self.person(who), why="I know them")

    @rule(which=WHICH, who=WHO)
    def offer(self, which: int, who: str) -> None:
        client = self.client(which)
        with allowed():
            if client.owner:
                giver = User.objects.get(pk=client.owner.pk)
                Handover.offer(client, self.person(who), by=giver, why="Yours")

    @precondition(lambda _: Handover.objects.pending().exists())
    @rule(accepts=st.booleans(), by_head=st.booleans())
    def answer(self, accepts: bool, by_head: bool) -> None:
        handover = Handover.objects.pending().select_related("giver", "receiver", "client__owner").earliest("pk")
        by = self.cast.vera if by_head else handover.answerer
        with allowed():
            verb = handover.accept if accepts else handover.decline
            verb(by=by)

    @rule(which=WHICH, who=WHO, by=st.sampled_from(["sergey", "vera", "igor"]))
    def decide(self, which: int, who: str, by: str) -> None:
        with allowed():
            self.client(which).assign(self.person(who), by=self.person(by), why="So decided")

    @rule(which=WHICH, who=WHO, planned=st.booleans())
    def open_deal(self, which: int, who: str, planned: bool) -> None:
        with allowed():
            next_step = step() if planned else None
            client, by = self.client(which), self.person(who)
            Deal.open(client, self.cast.pipeline, name="Boxes", by=by, next_step=next_step)

    @precondition(lambda _: Deal.objects.open().exists())
    @rule(who=WHO)
    def close_deal(self, who: str) -> None:
        deal = Deal.objects.open().select_related("client__owner", "owner", "stage", "pipeline").earliest("pk")
        with allowed():
            deal.lose(by=self.person(who), reason=self.cast.reason(), do_not_return=True)

    @rule(which=WHICH, who=WHO)
    def touch(self, which: int, who: str) -> None:
        with allowed():
            Touch.log(self.client(which), by=self.person(who), channel="call")

    @rule(who=WHO, substitute=WHO, days=st.integers(0, 3))
    def go_away(self, who: str, substitute: str, days: int) -> None:
        today, person = timezone.localdate(), self.person(who)
        with allowed():
            till = today + timedelta(days=days)
            plan_absence(person, by=person, from_on=today, till_on=till, substitute=self.person(substitute))

    @precondition(lambda _: Absence.objects.not_over().exists())
    @rule()
    def come_back(self) -> None:
        absence = Absence.objects.not_over().select_related("person").earliest("pk")
        end_absence(absence, by=absence.person)

    @rule(who=st.sampled_from(["anna", "igor"]), leaves=st.booleans())
    def leave_or_return(self, who: str, leaves: bool) -> None:
        with allowed():
            (dismiss if leaves else take_back)(self.person(who), by=self.cast.adam)

    @rule(who=WHO, to=WHO, by=st.sampled_from(["sergey", "vera", "olga"]), method=st.sampled_from(Method.values))
    def reassign(self, who: str, to: str, by: str, method: str) -> None:
        with allowed():
            division = Division(method, [self.person(to)])
            chosen = Selection(person=self.person(who))
            carrying_out.go_on(carrying_out.start(chosen, division, why="Leaves", by=self.person(by)))

    @precondition(lambda _: Reassignment.objects.filter(phase="done").exists())
    @rule()
    def take_it_back(self) -> None:
        last = Reassignment.objects.filter(phase="done").latest("pk")
        undoing.start(last, by=self.cast.vera)
        undoing.go_on(last)

    # what happens by itself

    @rule(which=WHICH)
    def newcomer(self, which: int) -> None:
        """Takes the place of one of the three, who stays as he is."""
        self.ids[which] = self.cast.client("Newcomer").pk

    @rule()
    def rules_give(self) -> None:
        self.by_rule(assign_new)

    def by_rule(self, job: Callable[[], object]) -> None:
        """Runs a job twice: the second run finds nothing to do, and what was led before is led by the same one."""
        led = dict(Client.objects.led().values_list("pk", "owner"))
        job()
        after, told = owners(), Event.objects.count()
        job()
        assert owners() == after
        assert Event.objects.count() == told
        assert {pk: after[pk] for pk in led} == led

    # what always holds

    @invariant()
    def one_owner_and_it_is_the_clients(self) -> None:
        periods = Ownership.objects.filter(till_at=None).values_list("client", "owner", "from_at")
        present = {client: (owner, since) for client, owner, since in periods}
        assert len(present) == len(periods)
        for pk, owner, since in Client.objects.values_list("pk", "owner", "owner_since"):
            assert present.get(pk, (None, None)) == (owner, since)

    @invariant()
    def periods_follow_each_other(self) -> None:
        """They do not overlap; a gap is a time when the client was free, and it begins with a release."""
        released = set(Event.objects.filter(kind="client.released").values_list("client_id", "at"))
        for pk in Client.objects.values_list("pk", flat=True):
            periods = list(Ownership.objects.filter(client=pk).order_by("pk"))
            for before, after in zip(periods, periods[1:], strict=False):
                assert before.till_at is not None
                assert before.from_at <= before.till_at <= after.from_at
                assert before.till_at == after.from_at or (pk, before.till_at) in released
                assert before.owner_id != after.owner_id or (pk, before.till_at) in released

    @invariant()
    def every_change_is_told(self) -> None:
        began = Ownership.objects.order_by("pk").values_list("client", "owner", "cause", "from_at")
        told = Event.objects.filter(kind="client.owner_changed").order_by("pk")
        assert [(one.client_id, one.data["owner"], one.data["cause"], one.at) for one in told] == list(began)
        ended = Ownership.objects.exclude(till_at=None).count()
        passed = sum(one.data["before"] is not None for one in told)
        assert ended == passed + Event.objects.filter(kind="client.released").count()

    @invariant()
    def work_follows_the_client(self) -> None:
        for deal in Deal.objects.open().select_related("client"):
            assert deal.owner_id == deal.client.owner_id
        for task in Task.objects.open().filter(deal__isnull=False).select_related("client"):
            assert task.assignee_id == task.client.owner_id

    @invariant()
    def the_state_is_that_of_its_facts(self) -> None:
        for client in Client.objects.all():
            deals = Deal.objects.open().filter(client=client).count()
            assert client.open_deals == deals
            assert (client.state == OwnerState.FREE) == (client.owner_id is None)
            assert not (client.state == OwnerState.FREE and deals)


def owners() -> dict[int, int | None]:
    return dict(Client.objects.values_list("pk", "owner"))


@pytest.mark.django_db
def test_no_sequence_of_deeds_breaks_ownership() -> None:
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=8,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
