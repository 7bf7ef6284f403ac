"""/tasks and /tasks/{id}/completion."""

from datetime import timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast, step
from vedu.sales.touches.task import Task


def in_days(days: int) -> str:
    return (timezone.now() + timedelta(days=days)).isoformat()


def test_the_nearest_task_of_a_deal_is_its_next_step(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    planned = anna.post("/tasks", {"deal": deal.pk, "kind": "email", "due_at": in_days(0), "title": "Send the price"})
    assert (planned.status, planned.body["assignee"], planned.body["done"]) == (201, cast.anna.pk, False)
    deal.refresh_from_db()
    assert deal.next_step_id == planned.body["id"]


def test_a_task_for_a_day_has_no_hour(cast: Cast, anna: Caller) -> None:
    body = {"company": cast.client(owner=cast.anna).pk, "due_on": "2100-01-02"}
    planned = anna.post("/tasks", body)
    assert planned.body["has_time"] is False
    assert planned.body["due_at"] == "2100-01-01T21:00:00Z"


def test_a_task_says_when_and_with_whom(cast: Cast, anna: Caller) -> None:
    assert anna.post("/tasks", {"deal": cast.deal().pk}).body["errors"][0]["field"] == "due_at"
    assert anna.post("/tasks", {"due_at": in_days(1)}).body["errors"][0]["field"] == "company"


def test_nobody_plans_with_what_another_leads(cast: Cast, igor: Caller, olga: Caller) -> None:
    deal = cast.deal()
    assert igor.post("/tasks", {"deal": deal.pk, "due_at": in_days(1)}).codes == ["not-your-deal"]
    assert igor.post("/tasks", {"company": deal.client_id, "due_at": in_days(1)}).codes == ["client-led"]
    assert olga.post("/tasks", {"company": deal.client_id, "due_at": in_days(1)}).codes == ["client-led"]
    assert olga.post("/tasks", {"deal": deal.pk, "due_at": in_days(1)}).codes == ["unknown-id"]
    assert Task.objects.count() == 1


def test_a_head_plans_for_his_seller(cast: Cast, sergey: Caller) -> None:
    body = {"company": cast.deal().client_id, "due_at": in_days(1), "assignee": cast.anna.pk}
    assert sergey.post("/tasks", body).body["assignee_name"] == "Anna Kotova"


def test_a_task_is_done_and_the_next_one_planned(cast: Cast, anna: Caller) -> None:
    task = cast.deal().tasks.get()
    body = {"result": "Agreed", "next_step": {"kind": "meeting", "due_at": in_days(2)}}
    done = anna.post(f"/tasks/{task.pk}/completion", body)
    assert done.status == 201
    assert (done.body["task"]["done"], done.body["task"]["result"]) == (True, "Agreed")
    assert done.body["next_step"]["kind"] == "meeting"


def test_a_task_is_done_once(cast: Cast, anna: Caller) -> None:
    task = cast.deal().tasks.get()
    assert anna.post(f"/tasks/{task.pk}/completion").body["next_step"] is None
    again = anna.post(f"/tasks/{task.pk}/completion")
    assert (again.status, again.codes) == (409, ["already-done"])


def test_a_deadline_moves(cast: Cast, anna: Caller) -> None:
    task = cast.deal().tasks.get()
    moved = anna.patch(f"/tasks/{task.pk}", {"due_at": "2100-01-02T10:00:00+03:00"})
    assert (moved.status, moved.body["due_at"]) == (200, "2100-01-02T07:00:00Z")


def test_only_its_owner_and_his_head_touch_a_task(
    cast: Cast, igor: Caller, olga: Caller, sergey: Caller, stranger: Caller
) -> None:
    path = f"/tasks/{cast.deal().tasks.get().pk}"
    assert igor.get(path).status == 200
    assert igor.patch(path, {"due_at": in_days(1)}).codes == ["not-your-task"]
    assert igor.post(f"{path}/completion").codes == ["not-your-task"]
    assert olga.get(path).status == olga.post(f"{path}/completion").status == 404
    assert stranger.get(path).status == 401
    assert sergey.post(f"{path}/completion").status == 201


def test_open_tasks_are_listed_by_deadline_and_filtered(cast: Cast, anna: Caller, olga: Caller) -> None:
    deal, other = cast.deal(), cast.deal(owner=cast.igor)
    first = deal.tasks.get()
    later = deal.plan(step(5), by=cast.anna)
    soon = deal.plan(step(0), by=cast.anna)
    soon.complete(by=cast.anna)
    theirs = other.plan(step(9), by=cast.igor)
    assert anna.get("/tasks", deal=deal.pk).ids == [soon.pk, later.pk, first.pk]
    assert anna.get("/tasks", deal=deal.pk, done="false").ids == [first.pk, later.pk]
    assert anna.get("/tasks", done="true").ids == [soon.pk]
    assert anna.get("/tasks", company=other.client_id, done="false").ids[-1] == theirs.pk
    assert anna.get("/tasks", assignee=cast.anna.pk, due_before=in_days(2)).ids == [soon.pk, first.pk]
    assert olga.get("/tasks").ids == []


def test_the_list_costs_the_same_queries_however_long_it_is(
    cast: Cast, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(5):
        cast.deal()
    with django_assert_max_num_queries(4):
        assert len(anna.get("/tasks").body["items"]) == 5
