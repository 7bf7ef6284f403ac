import pytest
from django.test import TestCase
from django_tasks_db.models import DBTaskResult

from tests.cast import Cast
from tests.integrations.enrichment.dadata_server import DaDataServer
from tests.integrations.enrichment.test_filling import INN, fresh, with_inn
from vedu.foundation.bulk import rehearse
from vedu.integrations.enrichment import jobs
from vedu.integrations.enrichment.filling import Filling, Outcome
from vedu.integrations.enrichment.ordering import order_filling

SBERBANK = "7707083893"


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the job waited after each question, without waiting."""
    waited: list[float] = []
    monkeypatch.setattr(jobs.time, "sleep", waited.append)
    return waited


@pytest.mark.usefixtures("offline")
def test_an_order_is_carried_out_by_its_job(cast: Cast, pauses: list[float]) -> None:
    client = with_inn(cast, INN)
    with TestCase.captureOnCommitCallbacks(execute=True):
        order_filling(client, by=cast.anna)
    assert Filling.objects.get().outcome == Outcome.WAITING
    carry_out()
    assert Filling.objects.get().outcome == Outcome.FILLED
    assert fresh(client).city == "Москва"
    assert pauses == [], "the fixture needs no rest"


def carry_out() -> None:
    for row in DBTaskResult.objects.order_by("enqueued_at"):
        jobs.carry_out_filling.func(*row.args_kwargs["args"])


def test_a_provider_over_the_network_is_asked_at_its_pace(
    cast: Cast, pauses: list[float], dadata: DaDataServer
) -> None:
    orders = [Filling.order(with_inn(cast, inn, inn), by=cast.anna) for inn in (SBERBANK, INN)]
    for order in orders:
        jobs.carry_out_filling.func(order.pk)
    assert pauses == [jobs.PAUSE, jobs.PAUSE]


def test_what_is_known_already_needs_no_pause(cast: Cast, pauses: list[float], dadata: DaDataServer) -> None:
    client = with_inn(cast, SBERBANK)
    for _time in range(2):
        jobs.carry_out_filling.func(Filling.order(fresh(client), by=cast.anna).pk)
    assert len(pauses) == len(dadata.questions) == 1


@pytest.mark.usefixtures("offline")
def test_a_job_that_runs_twice_does_no_harm(cast: Cast, pauses: list[float]) -> None:
    order = Filling.order(with_inn(cast, INN), by=cast.anna)
    jobs.carry_out_filling.func(order.pk)
    done_at = Filling.objects.get().done_at
    jobs.carry_out_filling.func(order.pk)
    assert Filling.objects.get().done_at == done_at


@pytest.mark.usefixtures("offline")
def test_a_rehearsal_orders_nothing(cast: Cast) -> None:
    result = rehearse([with_inn(cast, INN), cast.client()], lambda client: order_filling(client, by=cast.anna))
    assert (len(result.done), len(result.refused)) == (1, 1)
    assert not Filling.objects.exists()
    assert not DBTaskResult.objects.exists()
