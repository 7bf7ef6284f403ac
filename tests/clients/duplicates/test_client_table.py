"""The base as a table: every client is a row with what is known of it, in portions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.clients.duplicates.town import client, strangers
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.duplicates import client_table as module
from vedu.clients.duplicates.client_table import client_table
from vedu.clients.duplicates.linkage.table import Table

INN = "7707083893"


def values(table: Table, row: int) -> dict[str, list[str]]:
    return {
        column.field.name: [column.values[one] for one in column.ids[column.starts[row] : column.starts[row + 1]]]
        for column in table.columns
    }


def test_a_row_has_all_that_is_known(cast: Cast) -> None:
    known = client(cast, "ООО «Ромашка»", phone="+79126409001", email="info@romashka.ru", inn=INN, kpp="770701001")
    known.describe(city="Тверь", by=cast.anna)
    ContactPoint.add(known, kind="phone", value="+79126409002", by=cast.anna)
    ContactPoint.add(known, kind="messenger", value="@romashka", by=cast.anna)
    Contact.add(known, name="Рябинина Ольга", by=cast.anna)
    table, ids, kpps = client_table()
    assert (ids.tolist(), kpps) == ([known.pk], ["770701001"])
    assert values(table, 0) == {
        "name": ["romashka"],
        "person": ["olga ryabinina"],
        "phone": ["9126409001", "9126409002"],
        "email": ["info@romashka.ru"],
        "domain": ["romashka.ru"],
        "inn": [INN],
        "city": ["tver"],
        "address": [],
    }


def test_portions_join_without_a_gap(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PORTION", 5)
    clients, told = strangers(cast), list[int]()
    table, ids, _kpps = client_table(told.append)
    assert ids.tolist() == [one.pk for one in clients]
    assert told == [5, 10, 12]
    assert [values(table, row)["phone"] for row in (0, 11)] == [["9126400000"], ["9126400011"]]


def test_a_portion_takes_four_queries_however_many_clients(cast: Cast) -> None:
    strangers(cast)
    with CaptureQueriesContext(connection) as asked:
        client_table()
    assert len(asked) == 5


def test_an_empty_base_is_an_empty_table(cast: Cast) -> None:
    table, ids, kpps = client_table()
    assert (table.size, ids.tolist(), kpps) == (0, [], [])
