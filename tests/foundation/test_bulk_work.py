"""While many rows are written the process takes care of its memory, and afterwards it is as before."""

import gc

import pytest
from django.db import connection

from vedu.foundation.bulk_work import bulk_work, one_batch


def mapped() -> int:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA mmap_size")
        return (cursor.fetchone() or (0,))[0]


@pytest.mark.sqlite_only
@pytest.mark.django_db
def test_the_file_of_the_database_is_not_mapped_meanwhile() -> None:
    before = mapped()

    with bulk_work():
        assert mapped() == 0

    assert mapped() == before


def test_the_collector_rests_during_a_batch_and_works_after_it() -> None:
    with one_batch():
        assert not gc.isenabled()

    assert gc.isenabled()


@pytest.mark.django_db
def test_a_failure_leaves_nothing_changed() -> None:
    with pytest.raises(ValueError, match="no"), bulk_work(), one_batch():
        raise ValueError("no")

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
