"""An export of Bitrix24's leads: those in work become deals, those that became deals there are left out."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.clients.imports.files import why
from tests.integrations.migration.bitrix24_files import DEALS, LEADS, deal, lead
from tests.integrations.migration.exports import csv_of, html_of, load
from vedu.clients.client import Client
from vedu.clients.imports import undoing
from vedu.foundation.refusal import Missing
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal


@pytest.mark.parametrize(("encoding", "delimiter"), [("cp1251", ";"), ("utf-8", ",")])
def test_leads_in_work_come_in_and_those_that_became_deals_do_not(
    tmp_path: Path, cast: Cast, encoding: str, delimiter: str
) -> None:
    run = load(csv_of(tmp_path, LEADS, [lead(number) for number in range(30)], encoding, delimiter), cast)

    assert run.format == "bitrix24-leads"
    assert (run.new, run.refused) == (20, 10)
    assert {code for _number, code in why(run)} == {"stage-left-out"}
    assert Deal.objects.open().count() == 10


def test_a_lead_comes_in_whole(tmp_path: Path, cast: Cast) -> None:
    load(html_of(tmp_path, LEADS, [lead(0, **{"Название компании": "ООО «Ким»"})]), cast)

    one = Deal.objects.get()
    assert (one.name, one.amount, one.source, one.owner, one.stage) == (
        "Заявка 0", 15000, "vk", cast.anna, cast.stage(3),
    )  # fmt: skip
    person = one.client.contacts.get()
    assert (one.client.name, person.name) == ("ООО «Ким»", "Олег Ким 0")
    assert {point.value for point in person.points.all()} == {"+79130000000", "oleg0@mail.example"}


def test_a_bad_lead_was_lost_by_its_last_change(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, LEADS, [lead(2)]), cast)

    closing = Closing.objects.get()
    assert (closing.result, closing.reason.code, timezone.localdate(closing.at)) == (
        "lost", "not_stated", date(2024, 2, 5),
    )  # fmt: skip
    assert Client.objects.get().kind == "person"


def test_lead_and_deal_of_one_number_are_two(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, DEALS, [deal(12)]), cast)
    path = csv_of(tmp_path, LEADS, [lead(12)])

    run = load(path, cast)

    assert run.new == 1
    assert load(path, cast).unchanged == 1
    undoing.undo(run, by=cast.adam)
    assert Deal.objects.get().name == "Сделка №12"


def test_a_status_of_ones_own_is_asked_about(tmp_path: Path, cast: Cast) -> None:
    path = csv_of(tmp_path, LEADS, [lead(0, Статус="Перезвонить"), lead(1)])

    with pytest.raises(Missing) as refusal:
        load(path, cast)

    assert [reason.facts["stage"] for reason in refusal.value.reasons] == ["Перезвонить"]
    assert not Deal.objects.exists()


def test_one_may_want_even_those_that_became_deals(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, LEADS, [lead(1)]), cast, stages={"Качественный лид": "Objections"})

    assert Deal.objects.get().stage.name == "Objections"
