import pytest
from django.db import IntegrityError, transaction

from tests.foundation.search.conftest import NOON
from vedu.foundation.search.entry import SearchEntry


@pytest.mark.django_db
def test_an_object_is_entered_once() -> None:
    facts = {"kind": "client", "object_id": 1, "title": "Заря", "touched_at": NOON}
    SearchEntry.objects.create(**facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        SearchEntry.objects.create(**facts)


def test_an_entry_names_its_object() -> None:
    assert str(SearchEntry(kind="deal", object_id=5, title="Короб")) == "deal 5: Короб"
