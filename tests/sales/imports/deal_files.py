"""Files of deals for the tests."""

from pathlib import Path
from typing import Any

from tests.clients.imports.files import load
from vedu.clients.imports.run import ImportRun
from vedu.foundation.people.user import User

HEADERS = "ID,Сделка,Сумма,Этап,Ответственный,Дата создания,Дата закрытия,Причина отказа,Компания,Телефон"


def deals(folder: Path, *rows: str, by: User | None, **mapping: Any) -> ImportRun:
    """Import rows under HEADERS as a generic file of deals."""
    return load(folder, "\n".join((HEADERS, *rows)), by=by, format_code="deals", **mapping)
