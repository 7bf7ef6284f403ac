"""A row about a deal is read, and every wrong cell of it is named."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.clients.imports.format import format_named
from vedu.clients.imports.mapping import Mapping
from vedu.clients.imports.target import Job
from vedu.clients.imports.trace import Trace
from vedu.foundation.people.user import User
from vedu.sales.imports.deal_draft import DealDraft
from vedu.sales.imports.deal_reader import DealReader
from vedu.sales.imports.stage_book import StageBook

RECORD = {
    "deal_id": "17",
    "deal": "Короба  для тортов",
    "amount": "120 000,50",
    "stage": "Needs",
    "owner": "Anna Kotova",
    "opened_at": "01.10.2026 10:00:00",
    "company": "Волга",
}
WON = {"stage": "Won", "opened_at": "01.02.2024", "closed_at": "15.03.2024 12:30"}


def reader(by: User | None = None, *, stages: bool = True, **mapping: object) -> DealReader:
    columns = {"Этап": "stage"} if stages else {}
    said = Mapping.of({"columns": columns, **mapping})
    job = Job(format_named("deals"), said, by, timezone.now(), Path("deals.csv"))
    return DealReader(job, StageBook(job))


def read(by: User | None = None, without: str = "", **changes: str) -> DealDraft:
    record = {code: text for code, text in (RECORD | changes).items() if code != without}
    draft, wrong = reader(by).read(record, Trace())
    assert draft is not None, wrong
    return draft


def codes(**changes: str) -> list[str]:
    draft, wrong = reader().read(RECORD | changes, Trace())
    assert draft is None
    return [reason.code for reason in wrong]


def test_a_full_row_is_read(cast: Cast) -> None:
    draft = read()

    assert (draft.key, draft.name, draft.amount, draft.currency) == (
        "deal:17",
        "Короба для тортов",
        Decimal("120000.50"),
        "RUB",
    )
    assert (draft.stage, draft.result, draft.owner_id, draft.is_open) == (cast.stage(3), "open", cast.anna.pk, True)
    assert timezone.localtime(draft.opened_at).strftime("%d.%m.%Y %H:%M") == "01.10.2026 10:00"
    assert (draft.client.name, draft.client.keys, draft.client.by_name) == ("Волга", ["name:волга"], True)


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        ("$1,250.99", "", ("1250.99", "USD")),
        ("500", "EUR", ("500", "EUR")),
        ("1 000 ₽", "USD", ("1000", "RUB")),
        ("", "", ("0", "RUB")),
    ],
)
def test_a_sum_states_its_currency_or_takes_that_of_the_row(
    cast: Cast, amount: str, currency: str, expected: tuple[str, str]
) -> None:
    changes = {code: text for code, text in (("amount", amount), ("currency", currency)) if text}

    draft = read(without="" if amount else "amount", **changes)

    assert (draft.amount, draft.currency) == (Decimal(expected[0]), expected[1])


def test_a_deal_without_a_name_is_called_as_its_client(cast: Cast) -> None:
    assert read(without="deal").name == "Волга"


def test_without_a_day_an_open_deal_begins_today(cast: Cast) -> None:
    assert timezone.localdate(read(without="opened_at").opened_at) == timezone.localdate()


def test_without_a_day_a_closed_deal_began_when_it_was_closed(cast: Cast) -> None:
    draft = read(without="opened_at", **{code: text for code, text in WON.items() if code != "opened_at"})

    assert draft.opened_at == draft.closed_at


def test_an_expected_day_is_a_day(cast: Cast) -> None:
    assert read(expected_on="31.12.2026").expected_on == date(2026, 12, 31)


def test_the_reason_comes_from_its_column_or_from_the_brackets(cast: Cast) -> None:
    lost = WON | {"stage": "Закрыто и не реализовано (Дорого)"}

    assert read(**lost).lost_reason == "Дорого"
    assert read(**lost, lost_reason="Ушли к другим").lost_reason == "Ушли к другим"


def test_a_column_of_results_wins_and_the_stage_says_where(cast: Cast) -> None:
    lost = read(result="Lost", closed_at="15.10.2026 12:30")

    assert (lost.result, lost.stage, lost.is_open) == ("lost", cast.stage(3), False)
    assert read(result="open").is_open


def test_a_result_without_a_stage_is_enough(cast: Cast) -> None:
    won = read(without="stage", result="won", closed_at="15.10.2026 12:30")

    assert (won.result, won.stage) == ("won", cast.stage(7))


def test_a_deal_that_is_over_without_a_day_was_closed_by_its_last_change(cast: Cast) -> None:
    changed = {"opened_at": "01.02.2024", "changed_at": "20.03.2024 09:00"}

    for closed in ({}, {"closed_at": "01.01.2099"}, {"closed_at": "15.03.2024"}):
        draft = read(stage="Won", **changed, **closed)
        assert draft.closed_at is not None
        day = "15.03.2024" if closed == {"closed_at": "15.03.2024"} else "20.03.2024"
        assert timezone.localtime(draft.closed_at).strftime("%d.%m.%Y") == day


def test_a_change_there_does_not_make_another_deal_of_a_row_without_a_number(cast: Cast) -> None:
    assert read(without="deal_id", changed_at="20.03.2024").key == read(without="deal_id").key


def test_a_deal_opened_and_closed_on_one_day_may_have_a_bare_day_of_closing(cast: Cast) -> None:
    draft = read(stage="Won", opened_at="15.03.2024 12:30", closed_at="15.03.2024")

    assert draft.closed_at == draft.opened_at


@pytest.mark.parametrize(
    ("changes", "source"),
    [
        ({"deal_source": "Веб-сайт"}, "Веб-сайт"),
        ({"utm": ["yandex", "cpc", "spring"]}, "yandex / cpc / spring"),
        ({"deal_source": "Веб-сайт", "utm": ["yandex"]}, "Веб-сайт · yandex"),
        ({}, ""),
    ],
)
def test_advertising_marks_tell_the_source(cast: Cast, changes: dict[str, str], source: str) -> None:
    assert read(**changes).source == source


def test_a_file_without_stages_begins_its_deals(cast: Cast) -> None:
    record = {code: text for code, text in RECORD.items() if code != "stage"}

    draft, _wrong = reader(stages=False).read(record, Trace())

    assert draft is not None
    assert (draft.stage, draft.result) == (cast.stage(0), "open")


def test_people_who_are_named_alike_meet_only_with_a_surname(cast: Cast) -> None:
    full = read(without="company", contact="Пётр Ильин").client
    bare = read(without="company", contact="Пётр").client

    assert full.keys == ["person:ильин петр"]
    assert bare.keys[0].startswith("row:")


def test_a_deal_of_nobody_names_its_client(cast: Cast) -> None:
    draft = read(without="company")

    assert draft.has_no_client
    assert (draft.client.name, draft.client.keys) == ("Короба для тортов · 17", ["client-of:17"])


def test_a_deal_of_which_the_file_has_but_the_clients_number_is_that_clients(cast: Cast) -> None:
    draft = read(without="company", company_id="55", contact_id="9")

    assert not draft.has_no_client
    assert draft.client.keys == ["company:55", "contact:9"]


def test_the_importer_leads_what_names_nobody(cast: Cast) -> None:
    assert read(cast.igor, without="owner").owner_id == cast.igor.pk


def test_who_leads_the_client_is_read_apart(cast: Cast) -> None:
    assert read(client_owner="Igor Belov").client_owner_id == cast.igor.pk
    assert read().client_owner_id is None


def test_every_wrong_cell_is_named(cast: Cast) -> None:
    wrong = codes(amount="сто", stage="Думает", phone=["12"], inn="1")  # type: ignore[arg-type]

    assert wrong == ["phone-wrong", "inn_length", "amount-wrong", "stage-left-out"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amount": "-1"}, "amount-wrong"),
        ({"amount": "99999999999999"}, "amount-wrong"),
        ({"currency": "XAU"}, "currency-unknown"),
        ({"opened_at": "31.02.2026"}, "date-wrong"),
        ({"opened_at": "01.01.2099"}, "date-ahead"),
        (WON | {"closed_at": "01.01.2024"}, "closed-before-opened"),
        ({"stage": "Won"}, "close-date-missing"),
        ({"result": "won"}, "close-date-missing"),
        ({"result": "deleted"}, "result-unknown"),
        ({"expected_on": "скоро"}, "date-wrong"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, changes: dict[str, str], code: str) -> None:
    assert codes(**changes) == [code]


def test_a_clock_that_runs_ahead_a_little_is_no_mistake(cast: Cast) -> None:
    soon = timezone.localtime(timezone.now() + timedelta(hours=3)).strftime("%d.%m.%Y %H:%M:%S")

    assert read(opened_at=soon).is_open
