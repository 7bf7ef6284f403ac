"""One rule, one place: page, bulk action, API and import call the same verb and get the same refusal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from tests.web.visitor import HTMX, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.integrations.migration import command
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.talk.need import Need
from vedu.sales.touches.touch import Touch

PHONE = "+79126401822"
STEP = {"step_kind": "call", "step_on": "2030-05-13", "step_time": "10:00"}
Door = Callable[[Cast, Client, Path], str]


@pytest.fixture
def led(cast: Cast) -> Client:
    """A client that Anna leads, with a phone by which an import knows it."""
    client = cast.client("Northern Bakery", owner=cast.anna)
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    return cast.deal(client=client).client


def deal_by_page(cast: Cast, client: Client, _tmp: Path) -> str:
    said = {"client": client.pk, "name": "Mine", "pipeline": cast.pipeline.pk, "currency": "RUB", "amount": "1", **STEP}
    return text_of(visitor(cast.igor).post("/deals/new/", said, headers=HTMX))


def deal_by_bulk(cast: Cast, client: Client, _tmp: Path) -> str:
    said = {"client": [client.pk], "asked": "1", "sure": "1", "name": "Mine", "pipeline": cast.pipeline.pk, **STEP}
    return text_of(visitor(cast.igor).post("/clients/batches/deals", said, headers=HTMX))


def deal_by_api(cast: Cast, client: Client, _tmp: Path) -> str:
    answer = Caller(cast.igor).post("/deals", {"name": "Mine", "company": client.pk, "pipeline": cast.pipeline.pk})
    assert (answer.status, answer.codes) == (409, ["client-led"])
    return str(answer.body["detail"])


def deal_by_import(cast: Cast, _client: Client, tmp: Path) -> str:
    file = tmp / "deals.csv"
    stage = cast.stage(0).name
    file.write_text(
        f"ID;Название сделки;Компания;Рабочий телефон;Этап сделки\n1;Mine;Northern Bakery;{PHONE};{stage}\n"
    )
    said: list[str] = []
    command.run(file, "amocrm-deals", by=cast.igor, out=said.append)
    return "\n".join(said)


@pytest.mark.every_case
@pytest.mark.parametrize("door", [deal_by_page, deal_by_bulk, deal_by_api, deal_by_import])
def test_a_colleague_opens_no_deal_with_a_led_client(cast: Cast, led: Client, tmp_path: Path, door: Door) -> None:
    said = door(cast, led, tmp_path)
    assert "Anna Kotova" in said
    assert Deal.objects.count() == 1


def touch_by_page(cast: Cast, client: Client, _tmp: Path) -> str:
    said = {"as": "call", "outcome": "talked", "text": "Hello"}
    return text_of(visitor(cast.igor).post(f"/clients/{client.pk}/touches", said, headers=HTMX))


def touch_by_bulk(cast: Cast, client: Client, _tmp: Path) -> str:
    said = {"client": [client.pk], "asked": "1", "sure": "1", "channel": "email", "outcome": "sent"}
    return text_of(visitor(cast.igor).post("/clients/batches/touches", said, headers=HTMX))


def touch_by_api(cast: Cast, client: Client, _tmp: Path) -> str:
    answer = Caller(cast.igor).post("/touches", {"company": client.pk, "channel": "call"})
    assert (answer.status, answer.codes) == (409, ["client-led"])
    return str(answer.body["detail"])


@pytest.mark.parametrize("door", [touch_by_page, touch_by_bulk, touch_by_api])
def test_a_colleague_logs_no_touch_to_a_led_client(cast: Cast, led: Client, tmp_path: Path, door: Door) -> None:
    assert "Anna Kotova" in door(cast, led, tmp_path)
    assert not Touch.objects.exists()


def move_by_drop(cast: Cast, deal: Deal) -> tuple[int, str]:
    said = {"stage": cast.stage(4).pk, "scope": "mine", "pipeline": cast.pipeline.pk}
    response = visitor(deal.owner).post(f"/deals/{deal.pk}/moves", said, headers=HTMX)
    return response.status_code, text_of(response)


def move_by_page(cast: Cast, deal: Deal) -> tuple[int, str]:
    response = visitor(deal.owner).post(f"/deals/{deal.pk}/moves", {"stage": cast.stage(4).pk})
    return response.status_code, text_of(response)


def move_by_bulk(cast: Cast, deal: Deal) -> tuple[int, str]:
    said = {"deal": [deal.pk], "sure": "1", "stage": cast.stage(4).pk}
    return 422, text_of(visitor(deal.owner).post("/deals/batches/moves", said, headers=HTMX))


def move_by_api(cast: Cast, deal: Deal) -> tuple[int, str]:
    answer = Caller(deal.owner).post(f"/deals/{deal.pk}/moves", {"stage": cast.stage(4).pk})
    assert answer.codes == ["need_confirmed"]
    return answer.status, str(answer.body["missing"])


@pytest.mark.every_case
@pytest.mark.parametrize("door", [move_by_drop, move_by_page, move_by_bulk, move_by_api])
def test_no_door_leads_past_the_gate(cast: Cast, door: Callable[[Cast, Deal], tuple[int, str]]) -> None:
    deal = cast.at_stage(3)
    Need.note(deal, words="Cakes arrive crushed", by=cast.anna)
    moves = Move.objects.count()
    status, said = door(cast, deal)
    assert status == 422
    assert "need" in said
    assert Move.objects.count() == moves
