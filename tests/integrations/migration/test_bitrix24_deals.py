"""An export of Bitrix24's deals, as CSV and as a page called .xls."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.clients.imports.files import why
from tests.integrations.migration.bitrix24_files import DEALS, LOST, deal
from tests.integrations.migration.exports import csv_of, html_of, load
from vedu.clients.client import Client
from vedu.clients.imports import undoing
from vedu.clients.imports.external_id import ExternalId
from vedu.foundation.refusal import Missing
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal

ROWS = 2000
ENGLISH = {
    "ID": 7,
    "Pipeline": "Wholesale, active",
    "Deal stage": "Needs",
    "Deal name": "Boxes",
    "Amount": "1,250.50",
    "Currency": "US Dollar",
    "Responsible person": "Anna Kotova",
    "Created on": "03/04/2024 02:15:00 pm",
    "Modified on": "03/05/2024 02:15:00 pm",
    "Start date": "03/04/2024",
    "Expected close date": "12/31/2026",
    "Contact: First name": "Ann",
    "Contact: Last name": "Smith",
    "Contact: Work phone": "+1 617 555 0100",
    "Company: Company name": "Acme",
}


@pytest.mark.slow
@pytest.mark.sqlite_only
def test_two_thousand_rows_come_in_once_and_go_again(tmp_path: Path, cast: Cast) -> None:
    bad = {10: {"Дата создания": "31.02.2024"}, 30: {"Сумма": "дорого"}, 50: {"Контакт: Рабочий телефон": "12-34"}}
    path = csv_of(tmp_path, DEALS, [deal(n, **bad.get(n % 100, {})) for n in range(ROWS)], "cp1251", ";")

    run = load(path, cast)

    assert (run.format, run.survey["how"]) == ("bitrix24-deals", "CSV, windows-1251, «;»")
    assert run.counts == {"new": ROWS - 60, "existing": 0, "unchanged": 0, "refused": 60}
    told = Counter(code for _number, code in why(run))
    assert told == {"date-wrong": 20, "amount-wrong": 20, "phone-wrong": 20}
    assert Counter(Deal.objects.values_list("state", flat=True)) == {"open": 1000, "won": 440, "lost": 500}

    assert load(path, cast).counts["unchanged"] == ROWS - 60
    undoing.undo(run, by=cast.adam)
    assert not Deal.objects.exists()
    assert not Client.objects.exists()


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251"])
def test_any_of_its_encodings_and_delimiters_is_read(tmp_path: Path, cast: Cast, encoding: str, delimiter: str) -> None:
    run = load(csv_of(tmp_path, DEALS, [deal(0), deal(1)], encoding, delimiter), cast)

    assert (run.format, run.new) == ("bitrix24-deals", 2)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_page_called_xls_is_the_same(tmp_path: Path, cast: Cast, encoding: str) -> None:
    run = load(html_of(tmp_path, DEALS, [deal(number) for number in range(20)], encoding), cast)

    assert run.survey["how"].startswith("HTML")
    assert (run.format, run.new, run.refused) == ("bitrix24-deals", 20, 0)
    assert load(csv_of(tmp_path, DEALS, [deal(3)]), cast).unchanged == 1


def test_an_open_deal_comes_in_whole(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, DEALS, [deal(5)]), cast)

    one = Deal.objects.get()
    assert (one.name, one.amount, one.currency, one.owner) == ("Сделка №5", 5500, "USD", cast.igor)
    assert (one.stage.name, one.source) == ("First contact", "Веб-сайт · yandex / cpc / spring")
    assert timezone.localtime(one.opened_at).strftime("%d.%m.%Y %H:%M") == "06.02.2024 10:15"
    assert one.expected_on == date(2024, 5, 6)


def test_its_client_has_all_the_phones_and_addresses(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, DEALS, [deal(4)]), cast)

    client = Client.objects.get()
    assert (client.name, client.about, client.owner) == ("ООО «Ёлка-4»", "Ждёт «счёт»", cast.anna)
    person = client.contacts.get()
    assert person.name == "Пётр Ильин 4"
    assert {(point.value, point.is_official) for point in person.points.all()} == {
        ("+79120000004", True),
        ("+73431000004", True),
        ("info4@elka.example", True),
        ("sales4@elka.example", True),
        ("petr4@mail.example", False),
    }
    assert ExternalId.objects.get(kind="contact").external_id == "contact:5004"


def test_a_won_deal_keeps_its_day(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, DEALS, [deal(2)]), cast)

    closing = Closing.objects.get()
    assert (closing.result, timezone.localdate(closing.at)) == ("won", date(2024, 5, 3))


def test_a_lost_stage_of_ones_own_is_known_by_its_group_and_says_why(tmp_path: Path, cast: Cast) -> None:
    run = load(csv_of(tmp_path, DEALS, [deal(3), deal(7, **{"Стадия сделки": "Ушли (в тендер)"})]), cast)

    assert run.new == 2
    known, told = Closing.objects.order_by("pk")
    assert (known.result, known.reason.code) == ("lost", "expensive")
    assert (told.reason.code, told.note) == ("not_stated", "Ушли в тендер")


def test_a_closing_day_that_is_still_ahead_is_that_of_the_last_change(tmp_path: Path, cast: Cast) -> None:
    ahead = {"Предполагаемая дата закрытия": "31.12.2099"}

    load(csv_of(tmp_path, DEALS, [deal(2, **ahead), deal(3, **ahead | {"Группа": LOST})]), cast)

    assert {timezone.localdate(one.at) for one in Closing.objects.all()} == {date(2024, 6, 1)}


def test_namesakes_are_told_apart_by_their_numbers(tmp_path: Path, cast: Cast) -> None:
    headers = [*DEALS, "Компания: ID"]
    changes = [{"Компания": "ИП Иванов", "Компания: ID": number} for number in (71, 72, 71)]

    load(csv_of(tmp_path, headers, [deal(4 * n, **change) for n, change in enumerate(changes)]), cast)

    assert sorted(Client.objects.values_list("name", "open_deals")) == [("ИП Иванов", 1), ("ИП Иванов", 2)]


def test_the_company_may_stand_in_either_of_its_columns(tmp_path: Path, cast: Cast) -> None:
    rows = [deal(0, **{"Компания": "", "Компания: Название компании": "Кама"}), deal(4)]

    load(csv_of(tmp_path, DEALS, rows), cast)

    assert set(Client.objects.values_list("name", flat=True)) == {"Кама", "ООО «Ёлка-4»"}


def test_stages_that_are_not_matched_stop_the_import(tmp_path: Path, cast: Cast) -> None:
    rows = [deal(0), deal(4, **{"Стадия сделки": "Подготовка документов"})]
    path = csv_of(tmp_path, DEALS, rows)

    with pytest.raises(Missing) as refusal:
        load(path, cast)

    assert [reason.facts["stage"] for reason in refusal.value.reasons] == ["Wholesale, active / Подготовка документов"]
    assert not Client.objects.exists()
    assert load(path, cast, stages={"Подготовка документов": "Objections"}).new == 2


def test_people_who_are_not_here_may_be_mapped(tmp_path: Path, cast: Cast) -> None:
    run = load(csv_of(tmp_path, DEALS, [deal(0, Ответственный="Стажёр")]), cast, owners={"Стажёр": "olga"})

    assert run.survey["names"]["owner"] == {"Стажёр": 1}
    assert Deal.objects.get().owner == cast.olga


def test_a_bare_day_is_american_where_moments_are(tmp_path: Path, cast: Cast) -> None:
    won = ENGLISH | {"Deal stage": "Closed won", "Expected close date": "04/05/2024"}

    load(csv_of(tmp_path, list(ENGLISH), [won]), cast)

    assert timezone.localdate(Closing.objects.get().at) == date(2024, 4, 5)


def test_the_english_export_is_known_with_its_dates(tmp_path: Path, cast: Cast) -> None:
    run = load(csv_of(tmp_path, list(ENGLISH), [ENGLISH]), cast)

    assert (run.format, run.new) == ("bitrix24-deals", 1)
    one = Deal.objects.get()
    assert (one.client.name, one.value.amount, one.currency, one.expected_on) == (
        "Acme", 1250.5, "USD", date(2026, 12, 31),
    )  # fmt: skip
    assert timezone.localtime(one.opened_at).strftime("%d.%m.%Y %H:%M") == "04.03.2024 14:15"
    assert one.client.contacts.get().name == "Ann Smith"
