"""An export of amoCRM's deals: good rows come in, each bad one is named."""

from collections import Counter
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.integrations.migration.amocrm_files import row, write
from vedu.clients.client import Client
from vedu.clients.imports import preparing, running, undoing
from vedu.clients.imports.run import ImportRun
from vedu.foundation.refusal import Missing
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal

ROWS = 2000


def two_thousand() -> list[list[str]]:
    """Every hundredth has a wrong date, a wrong sum, a wrong phone, an unknown stage or no closing date."""
    changes = {
        10: {"Дата создания": "31.02.2024 10:00:00"},
        30: {"Бюджет ": "дорого"},
        50: {"Мобильный телефон (контакт)": "12-34"},
        70: {"Этап сделки": "Отложено до весны"},
        91: {"Этап сделки": "Успешно реализовано", "Дата закрытия": "не закрыта"},
    }
    return [row(number, **changes.get(number % 100, {})) for number in range(ROWS)]


def load(path: Path, cast: Cast, **mapping: object) -> ImportRun:
    run = preparing.begin(path, by=cast.adam, given=mapping)
    assert run.format == "amocrm-deals"
    running.carry_out(run)
    return ImportRun.objects.get(pk=run.pk)


@pytest.mark.slow
@pytest.mark.sqlite_only
def test_two_thousand_rows_give_their_good_ones_and_name_each_bad_one(tmp_path: Path, cast: Cast) -> None:
    path = write(tmp_path, two_thousand())

    with pytest.raises(Missing) as refusal:
        load(path, cast)
    assert [reason.facts["stage"] for reason in refusal.value.reasons] == ["Wholesale, active / Отложено до весны"]
    assert not Deal.objects.exists()
    assert not Client.objects.exists()

    run = load(path, cast, stages={"Отложено до весны": "skip"})

    assert run.survey["how"] == "CSV, windows-1251, «;»"
    assert run.counts == {"new": ROWS - 100, "existing": 0, "unchanged": 0, "refused": 100}
    told = Counter(reason["code"] for refused in run.refused_rows.all() for reason in refused.reasons)
    assert told == {
        "date-wrong": 20,
        "amount-wrong": 20,
        "phone-wrong": 20,
        "stage-left-out": 20,
        "close-date-missing": 20,
    }
    assert run.refused_rows.get(number=12).cells[4] == "31.02.2024 10:00:00"
    assert "31.02.2024" in run.refused_rows.get(number=12).sentence
    assert Deal.objects.count() == Client.objects.count() == ROWS - 100

    assert load(path, cast, stages={"Отложено до весны": "skip"}).counts["unchanged"] == ROWS - 100
    undoing.undo(run, by=cast.adam)
    assert not Deal.objects.exists()
    assert not Client.objects.exists()


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "utf-16"])
def test_any_of_its_encodings_and_delimiters_is_read(tmp_path: Path, cast: Cast, encoding: str, delimiter: str) -> None:
    run = load(write(tmp_path, [row(0), row(1)], encoding, delimiter), cast)

    assert run.new == 2
    assert Client.objects.get(name="ООО «Ёлка-0»").about == "Ждёт «счёт»"


def test_a_deal_comes_in_whole(tmp_path: Path, cast: Cast) -> None:
    load(write(tmp_path, [row(3)]), cast)

    deal = Deal.objects.get()
    assert (deal.name, deal.amount, deal.owner, deal.state) == ("Сделка №3", 3500, cast.igor, "lost")
    closing = Closing.objects.get()
    assert (closing.reason.code, closing.do_not_return) == ("expensive", True)
    person = deal.client.contacts.get()
    assert (person.name, [point.value for point in person.points.all()]) == (
        "Пётр Ильин 3",
        ["+79120000003", "info3@elka.example"],
    )


@pytest.mark.parametrize("header", ["Бюджет", "Бюджет ₽", "Бюджет "])
def test_the_budget_is_known_under_each_of_its_headers(tmp_path: Path, cast: Cast, header: str) -> None:
    path = write(tmp_path, [row(1)], "utf-8")
    path.write_text(path.read_text().replace('"Бюджет "', f'"{header}"'))

    load(path, cast)

    assert Deal.objects.get().amount == 1500


def test_people_who_are_not_here_are_asked_about_and_may_be_mapped(tmp_path: Path, cast: Cast) -> None:
    path = write(tmp_path, [row(0, Ответственный="Менеджер 1")])

    run = load(path, cast, owners={"Менеджер 1": "olga"})

    assert run.survey["names"]["owner"] == {"Менеджер 1": 1}
    assert Deal.objects.get().owner == cast.olga
