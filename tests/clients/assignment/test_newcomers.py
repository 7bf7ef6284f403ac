"""OWN-8: whom the rules take for new."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.cast import Cast
from tests.clients.imports.files import load
from vedu.clients.assignment.jobs import assign_new_clients
from vedu.clients.assignment.newcomers import never_led, newcomers
from vedu.clients.assignment.rule import AssignmentRule, Terms
from vedu.clients.client import Client

FILE = "Компания,Ответственный\nВолга,\nКама,Анна Котова"


@pytest.fixture
def rule(cast: Cast) -> AssignmentRule:
    rule = AssignmentRule.define(Terms("All to Igor", people=[cast.igor]), by=cast.adam)
    rule.switch(on=True, by=cast.adam)
    return rule


def names(clients: "list[Client] | object") -> list[str]:
    return [client.name for client in clients]  # type: ignore[attr-defined]


def test_those_added_since_and_the_longest_waiting_first(cast: Cast) -> None:
    now = timezone.now()
    for name, days in (("Second", 1), ("First", 2), ("Before", 9)):
        Client.add(name=name, by=cast.anna, at=now - timedelta(days=days))
    assert names(newcomers(now - timedelta(days=3))) == ["First", "Second"]


def test_who_was_ever_led_is_not_new(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    client.release(by=cast.anna)
    assert list(never_led()) == []
    assert list(newcomers(timezone.now() - timedelta(days=1))) == []


def test_an_import_leaves_its_rows_free_unless_it_asks_for_the_rules(
    tmp_path: Path, cast: Cast, rule: AssignmentRule
) -> None:
    load(tmp_path, FILE, by=cast.adam, no_owner="@free")
    assert_owner("Волга", None)
    assign_new_clients.func()
    assert_owner("Волга", None)


def test_an_import_hands_its_rows_to_the_rules(tmp_path: Path, cast: Cast, rule: AssignmentRule) -> None:
    run = load(tmp_path, FILE, by=cast.adam, no_owner="@rules", unknown_owners="@free")
    assert run.mapping["no_owner"] == "@rules"
    assign_new_clients.func()
    assign_new_clients.func()
    assert_owner("Волга", "igor")
    assert Client.objects.get(name="Волга").ownerships.get().cause == "rule"


def test_an_import_of_long_ago_is_not_new(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, FILE, by=cast.adam, no_owner="@rules")
    assert names(newcomers(timezone.now() - timedelta(hours=1)))[0] == "Волга"
    assert not newcomers(timezone.now() + timedelta(hours=1)).exists()


def test_a_new_client_calls_the_job_when_its_transaction_is_through(
    cast: Cast, rule: AssignmentRule, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        cast.client("Claimed at once", owner=cast.olga)
        cast.client("Free")
        assert not DBTaskResult.objects.exists()
    assert DBTaskResult.objects.exists()
    assign_new_clients.func()
    assert_owner("Free", "igor")
    assert_owner("Claimed at once", "olga")


def test_without_rules_no_job_is_called(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        cast.client()
    assert not DBTaskResult.objects.exists()


def assert_owner(name: str, login: str | None) -> None:
    owner = Client.objects.select_related("owner").get(name=name).owner
    assert (owner.username if owner else None) == login
