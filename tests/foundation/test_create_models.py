"""Many tables of a first migration are made as one by one, but their classes once."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import OperationWriter

from vedu.foundation.create_models import CreateModels

KEY = ("id", models.BigAutoField(primary_key=True))


@pytest.fixture
def two() -> CreateModels:
    """Each knows of the other, as a client of his head contact."""
    shelf = [KEY, ("first", models.ForeignKey("test.Book", models.CASCADE, null=True, related_name="+"))]
    book = [KEY, ("shelf", models.ForeignKey("test.Shelf", models.CASCADE))]
    return CreateModels([migrations.CreateModel("Shelf", shelf), migrations.CreateModel("Book", book)])


def forwards(operation: CreateModels, state: ProjectState) -> ProjectState:
    after = state.clone()
    operation.state_forwards("test", after)
    return after


def tables() -> set[str]:
    return {name for name in connection.introspection.table_names() if name.startswith("test_")}


def test_tables_that_know_of_each_other_are_made_and_taken_away(transactional_db: None, two: CreateModels) -> None:
    before = ProjectState()
    after = forwards(two, before)
    with connection.schema_editor() as editor:
        two.database_forwards("test", editor, before, after)
    assert tables() == {"test_shelf", "test_book"}
    shelf, book = (after.apps.get_model("test", name).objects for name in ("Shelf", "Book"))
    assert book.create(shelf=shelf.create()).shelf.first is None
    with connection.schema_editor() as editor:
        two.database_backwards("test", editor, after, before)
    assert tables() == set()


def test_no_class_is_made_before_somebody_asks_for_it(two: CreateModels) -> None:
    before = ProjectState()
    assert not before.apps.get_models()
    after = forwards(two, before)
    assert "apps" not in after.__dict__
    assert len(after.apps.get_models()) == 2


def test_it_is_written_as_it_is_read(two: CreateModels) -> None:
    written, imports = OperationWriter(two).serialize()
    assert written.count("migrations.CreateModel(") == 2
    assert imports >= {"import vedu.foundation.create_models"}
    assert two.references_model("Shelf", "test")
    assert not two.references_model("Reader", "test")
