"""OWN-7: many clients pass at once, twice is once, and it can be taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast, step
from vedu.clients.assignment.method import Method
from vedu.clients.client import Client
from vedu.clients.handover import Handover
from vedu.clients.ownership import Ownership
from vedu.clients.reassignment import carrying_out, jobs, undoing
from vedu.clients.reassignment.plan import Division
from vedu.clients.reassignment.reassignment import Phase, Reassignment, ReassignmentRow
from vedu.clients.reassignment.selection import Selection
from vedu.foundation.events import Event
from vedu.foundation.people.staffing import dismiss
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.deals.deal import Deal


def annas(cast: Cast, number: int = 3) -> list[Client]:
    return [cast.client(f"Client {one}", owner=cast.anna) for one in range(number)]


def started(cast: Cast, *, by: User | None = None, to: User | None = None) -> Reassignment:
    division = Division(Method.ONE, [to or cast.igor])
    return carrying_out.start(Selection(person=cast.anna), division, why="She moves away", by=by or cast.sergey)


def done(cast: Cast) -> Reassignment:
    reassignment = started(cast)
    carrying_out.go_on(reassignment)
    return reassignment


def owner_of(client: Client) -> User | None:
    return Client.objects.select_related("owner").get(pk=client.pk).owner


def test_starting_writes_what_will_happen_and_nothing_more(cast: Cast) -> None:
    clients = annas(cast)
    reassignment = started(cast)
    assert (reassignment.phase, reassignment.figures().total) == (Phase.RUNNING, 3)
    assert [owner_of(client) for client in clients] == [cast.anna] * 3


def test_each_client_passes_by_the_heads_decision_with_its_deals(cast: Cast) -> None:
    deal = cast.deal()
    done(cast)
    deal.refresh_from_db()
    period = deal.client.ownerships.first()
    assert period is not None
    assert (period.owner, period.cause, period.by, period.why) == (
        cast.igor,
        Ownership.Cause.DECISION,
        cast.sergey,
        "She moves away",
    )
    assert (deal.owner, deal.tasks.get().assignee) == (cast.igor, cast.igor)


def test_it_tells_when_it_begins_and_when_it_is_through(cast: Cast) -> None:
    annas(cast)
    reassignment = done(cast)
    begun, through = Event.objects.filter(kind__startswith="reassignment.")
    assert (begun.kind, begun.data["clients"], begun.actor) == ("reassignment.ordered", 3, cast.sergey)
    assert through.data == {"reassignment": reassignment.pk, "passed": 3, "refused": 0}
    assert (reassignment.phase, reassignment.figures().passed) == (Phase.DONE, 3)


def test_going_on_again_changes_nothing(cast: Cast) -> None:
    annas(cast)
    reassignment = done(cast)
    before = Event.objects.count()
    carrying_out.go_on(reassignment)
    carrying_out.go_on(Reassignment.objects.get(pk=reassignment.pk))
    assert Event.objects.count() == before
    assert Ownership.objects.count() == 6


def test_what_stopped_half_way_goes_on_where_it_was(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    annas(cast, 5)
    reassignment = started(cast)
    monkeypatch.setattr(carrying_out, "BATCH", 2)

    def crash(_one: Reassignment) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carrying_out.go_on(reassignment, crash)
    assert reassignment.figures().passed == 2
    jobs.work_on.func(reassignment.pk)
    assert Ownership.objects.filter(owner=cast.igor).count() == 5
    assert Reassignment.objects.get().phase == Phase.DONE


def test_a_client_that_changed_hands_meanwhile_is_not_taken(cast: Cast) -> None:
    first, second = annas(cast, 2)
    reassignment = started(cast)
    first.assign(cast.sergey, by=cast.sergey, why="Mine")
    carrying_out.go_on(reassignment)
    assert [owner_of(first), owner_of(second)] == [cast.sergey, cast.igor]
    assert reassignment.figures()[1:3] == (1, 1)


def test_a_receiver_who_left_meanwhile_gets_nothing(cast: Cast) -> None:
    (client,) = annas(cast, 1)
    reassignment = started(cast)
    dismiss(cast.igor, by=cast.sergey)
    carrying_out.go_on(reassignment)
    assert owner_of(client) == cast.anna
    assert ReassignmentRow.objects.get().refused


def test_undoing_gives_everything_back_with_its_deals(cast: Cast) -> None:
    deal, clients = cast.deal(), annas(cast)
    reassignment = done(cast)
    undoing.start(reassignment, by=cast.sergey)
    undoing.go_on(reassignment)
    deal.refresh_from_db()
    assert [owner_of(client) for client in (*clients, deal.client)] == [cast.anna] * 4
    assert deal.owner == cast.anna
    period = deal.client.ownerships.first()
    assert period is not None
    assert (period.cause, period.by) == (Ownership.Cause.UNDO, cast.sergey)
    through = Event.objects.get(kind="reassignment.undone")
    assert (through.data["given_back"], through.data["kept"]) == (4, 0)


def test_what_was_worked_with_since_stays_and_is_told(cast: Cast) -> None:
    worked, moved, untouched = annas(cast)
    reassignment = done(cast)
    worked.refresh_from_db()
    Deal.open(worked, cast.pipeline, name="Boxes", by=cast.igor, next_step=step())
    moved.refresh_from_db()
    moved.assign(cast.sergey, by=cast.sergey, why="Mine")
    Handover.request(Client.objects.get(pk=untouched.pk), by=cast.anna, why="Still hers")
    undoing.start(reassignment, by=cast.sergey)
    undoing.go_on(reassignment)
    assert [owner_of(one) for one in (worked, moved, untouched)] == [cast.igor, cast.sergey, cast.anna]
    assert reassignment.figures() == (3, 3, 0, 1, 2)
    assert all(row.kept for row in ReassignmentRow.objects.exclude(client=untouched))


def test_undoing_twice_is_refused_and_going_on_again_changes_nothing(cast: Cast) -> None:
    annas(cast)
    reassignment = done(cast)
    undoing.start(reassignment, by=cast.sergey)
    undoing.go_on(reassignment)
    before = Event.objects.count()
    undoing.go_on(reassignment)
    with pytest.raises(Refused) as refusal:
        undoing.start(reassignment, by=cast.sergey)
    assert refusal.value.codes == ["reassignment-phase"]
    assert Event.objects.count() == before


def test_clients_go_back_to_one_who_has_left(cast: Cast) -> None:
    (client,) = annas(cast, 1)
    dismiss(cast.anna, by=cast.sergey)
    reassignment = done(cast)
    undoing.start(reassignment, by=cast.sergey)
    undoing.go_on(reassignment)
    assert owner_of(client) == cast.anna


def test_free_ones_go_back_to_the_pool(cast: Cast) -> None:
    free = cast.client()
    division = Division(Method.ONE, [cast.igor])
    reassignment = carrying_out.start(Selection(ids=[free.pk]), division, why="Try him", by=cast.sergey)
    carrying_out.go_on(reassignment)
    assert owner_of(free) == cast.igor
    undoing.start(reassignment, by=cast.sergey)
    undoing.go_on(reassignment)
    assert owner_of(free) is None
    assert free.ownerships.get().till_at is not None


def test_a_reason_is_needed_and_something_to_pass(cast: Cast) -> None:
    with pytest.raises(Refused) as refusal:
        started(cast)
    assert refusal.value.codes == ["nothing-to-pass"]
    annas(cast)
    with pytest.raises(Invalid):
        carrying_out.start(Selection(person=cast.anna), Division(Method.ONE, [cast.igor]), why=" ", by=cast.sergey)
    assert not Reassignment.objects.exists()


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_only_heads_start_and_undo(cast: Cast, who: str) -> None:
    annas(cast)
    with pytest.raises(NotAllowed):
        started(cast, by=getattr(cast, who))
    reassignment = done(cast)
    with pytest.raises(NotAllowed):
        undoing.start(reassignment, by=getattr(cast, who))


def test_a_head_undoes_his_own_and_the_owner_of_the_business_anybodys(cast: Cast) -> None:
    annas(cast)
    by_adam = started(cast, by=cast.adam)
    assert not by_adam.may_be_undone_by(cast.sergey)
    assert by_adam.may_be_undone_by(cast.vera)
    assert list(Reassignment.objects.visible_to(cast.sergey)) == []
    assert list(Reassignment.objects.visible_to(cast.vera)) == [by_adam]


def test_ordering_leaves_the_work_to_a_job(cast: Cast) -> None:
    annas(cast)
    division = Division(Method.ONE, [cast.igor])
    reassignment = jobs.order(Selection(person=cast.anna), division, why="Leaves", by=cast.sergey)
    assert reassignment.is_working
    jobs.work_on.func(reassignment.pk)
    reassignment.refresh_from_db()
    jobs.order_undoing(reassignment, by=cast.sergey)
    jobs.work_on.func(reassignment.pk)
    reassignment.refresh_from_db()
    assert (reassignment.phase, reassignment.figures().given_back) == (Phase.UNDONE, 3)


def test_a_stalled_one_is_taken_up_by_the_clock(cast: Cast) -> None:
    annas(cast)
    reassignment = started(cast)
    assert jobs.resume_stalled() == 0
    Reassignment.objects.update(beat_at=timezone.now() - timedelta(minutes=4))
    assert jobs.resume_stalled() == 1
    jobs.work_on.func(reassignment.pk)
    jobs.work_on.func(reassignment.pk)
    assert jobs.resume_stalled() == 0
    assert reassignment.figures().passed == 3
