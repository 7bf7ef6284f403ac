"""The index of parts of words, which Django's models cannot describe: FTS5 trigrams or pg_trgm.

It follows the table by itself, whoever writes there. A migration that alters SearchEntry makes SQLite's table
anew and loses the triggers: let it call ``drop`` before and ``create`` after.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "foundation_searchentry"
PARTS = "foundation_searchentry_parts"

# The text is folded already (case_sensitive 1); detail=none keeps rows only, and the query looks at the text again:
# a fifth smaller and faster to write than with positions, as fast to read.
_SQLITE_CREATE = (
    f"""CREATE VIRTUAL TABLE {PARTS} USING fts5(
        text, content='{TABLE}', content_rowid='id', tokenize='trigram case_sensitive 1', detail=none, columnsize=0)""",
    f"""CREATE TRIGGER {PARTS}_insert AFTER INSERT ON {TABLE} BEGIN
        INSERT INTO {PARTS}(rowid, text) VALUES (new.id, new.text);
    END""",
    f"""CREATE TRIGGER {PARTS}_delete AFTER DELETE ON {TABLE} BEGIN
        INSERT INTO {PARTS}({PARTS}, rowid, text) VALUES ('delete', old.id, old.text);
    END""",
    f"""CREATE TRIGGER {PARTS}_update AFTER UPDATE OF text ON {TABLE} WHEN old.text <> new.text BEGIN
        INSERT INTO {PARTS}({PARTS}, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO {PARTS}(rowid, text) VALUES (new.id, new.text);
    END""",
    f"INSERT INTO {PARTS}({PARTS}) VALUES ('rebuild')",
)
_SQLITE_DROP = (
    f"DROP TRIGGER IF EXISTS {PARTS}_insert",
    f"DROP TRIGGER IF EXISTS {PARTS}_delete",
    f"DROP TRIGGER IF EXISTS {PARTS}_update",
    f"DROP TABLE IF EXISTS {PARTS}",
)
# The list of pending rows is read whole by each query, hence its limit; without the list writing is 5 times slower.
_POSTGRES_CREATE = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"CREATE INDEX {PARTS} ON {TABLE} USING gin (text gin_trgm_ops) WITH (gin_pending_list_limit = 512)",
)
_POSTGRES_DROP = (f"DROP INDEX IF EXISTS {PARTS}",)


def create(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index, filled from the table."""
    for statement in creation(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def drop(schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in removal(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def creation(vendor: str) -> tuple[str, ...]:
    return _SQLITE_CREATE if vendor == "sqlite" else _POSTGRES_CREATE


def removal(vendor: str) -> tuple[str, ...]:
    return _SQLITE_DROP if vendor == "sqlite" else _POSTGRES_DROP
