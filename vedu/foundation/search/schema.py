"""The index of parts of words, which Django's models cannot describe: FTS5 trigrams or pg_trgm.

PostgreSQL's follows the table by itself. FTS5's follows what is changed and deleted; new rows are taken in by whoever
adds them (``taking_in``): beside a trigger for them SQLite makes a savepoint of every row, at which FTS5 writes out
what it has gathered, five times slower than many rows at once. A migration that alters a shelf makes SQLite's table
anew and loses the triggers: let it call ``drop`` before and ``create`` after.
"""

from typing import NamedTuple

from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class Shelf(NamedTuple):
    """A table of what can be found, with the index of the parts of its words."""

    table: str

    @property
    def parts(self) -> str:
        return f"{self.table}_parts"


NAMES = Shelf("foundation_searchentry")
NOTES = Shelf("foundation_searchnote")


def _sqlite_create(table: str, parts: str) -> tuple[str, ...]:
    # The text is folded already (case_sensitive 1); detail=none keeps rows only, and the query looks at the text
    # again: a fifth smaller and faster to write than with positions, as fast to read.
    return (
        f"""CREATE VIRTUAL TABLE {parts} USING fts5(
            text, content='{table}', content_rowid='id', tokenize='trigram case_sensitive 1', detail=none,
            columnsize=0)""",
        f"""CREATE TRIGGER {parts}_delete AFTER DELETE ON {table} BEGIN
            INSERT INTO {parts}({parts}, rowid, text) VALUES ('delete', old.id, old.text);
        END""",
        f"""CREATE TRIGGER {parts}_update AFTER UPDATE OF text ON {table} WHEN old.text <> new.text BEGIN
            INSERT INTO {parts}({parts}, rowid, text) VALUES ('delete', old.id, old.text);
            INSERT INTO {parts}(rowid, text) VALUES (new.id, new.text);
        END""",
        _rebuilding(parts),
    )


def _rebuilding(parts: str) -> str:
    return f"INSERT INTO {parts}({parts}) VALUES ('rebuild')"


def _sqlite_drop(parts: str) -> tuple[str, ...]:
    triggers = [f"DROP TRIGGER IF EXISTS {parts}_{event}" for event in ("insert", "delete", "update")]
    return (*triggers, f"DROP TABLE IF EXISTS {parts}")


def _postgres_create(table: str, parts: str) -> tuple[str, ...]:
    # The list of pending rows is read whole by each query, hence its limit; without the list writing is 5 times slower.
    return (
        "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        f"CREATE INDEX {parts} ON {table} USING gin (text gin_trgm_ops) WITH (gin_pending_list_limit = 512)",
    )


def create(schema_editor: BaseDatabaseSchemaEditor, shelf: Shelf = NAMES) -> None:
    """Make the index, filled from the table."""
    for statement in creation(schema_editor.connection.vendor, shelf):
        schema_editor.execute(statement)


def drop(schema_editor: BaseDatabaseSchemaEditor, shelf: Shelf = NAMES) -> None:
    for statement in removal(schema_editor.connection.vendor, shelf):
        schema_editor.execute(statement)


def refill(schema_editor: BaseDatabaseSchemaEditor, shelf: Shelf) -> None:
    """After a migration that added rows, whose models know nothing of the index."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(_rebuilding(shelf.parts))


def taking_in(shelf: Shelf, which: str) -> str:
    """SQLite's statement that puts new rows into the index; ``which`` is a condition on their ids."""
    return f"INSERT INTO {shelf.parts}(rowid, text) SELECT id, text FROM {shelf.table} WHERE {which}"  # noqa: S608


def creation(vendor: str, shelf: Shelf = NAMES) -> tuple[str, ...]:
    make = _sqlite_create if vendor == "sqlite" else _postgres_create
    return make(shelf.table, shelf.parts)


def removal(vendor: str, shelf: Shelf = NAMES) -> tuple[str, ...]:
    return _sqlite_drop(shelf.parts) if vendor == "sqlite" else (f"DROP INDEX IF EXISTS {shelf.parts}",)
