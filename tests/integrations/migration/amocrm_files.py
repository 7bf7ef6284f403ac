"""Exports of amoCRM for the tests, with the headers and the oddities that its users meet."""

from pathlib import Path

HEADERS = (
    "ID",
    "Название сделки",
    "Бюджет ",
    "Ответственный",
    "Дата создания",
    "Кем создана сделка",
    "Дата закрытия",
    "Теги",
    "Примечание",
    "Примечание 2",
    "Этап сделки",
    "Воронка",
    "Полное имя контакта",
    "Компания",
    "Рабочий телефон (контакт)",
    "Мобильный телефон (контакт)",
    "Рабочий email (контакт)",
)
STAGES = ("Needs", "First contact", "Успешно реализовано", "Закрыто и не реализовано (Expensive)")
CLOSED = 2


def row(number: int, **changes: str) -> list[str]:
    """A good row; ``changes`` by header."""
    stage = STAGES[number % 4]
    cells = {
        "ID": str(10_000 + number),
        "Название сделки": f"Сделка №{number}",
        "Бюджет ": f"{number} 500,00",
        "Ответственный": ("Anna Kotova", "Igor Belov")[number % 2],
        "Дата создания": f"{number % 28 + 1:02}.02.2024 10:15:00",
        "Дата закрытия": f"{number % 28 + 1:02}.05.2024 18:00:00" if number % 4 >= CLOSED else "не закрыта",
        "Примечание": "Ждёт «счёт»",
        "Этап сделки": stage,
        "Воронка": "Wholesale, active",
        "Полное имя контакта": f"Пётр Ильин {number}",
        "Компания": f"ООО «Ёлка-{number}»",
        "Мобильный телефон (контакт)": f"8 (912) 000-{number // 100:02}-{number % 100:02}",
        "Рабочий email (контакт)": f"Info{number}@elka.example",
    } | changes
    return [cells.get(header, "") for header in HEADERS]


def write(folder: Path, rows: list[list[str]], encoding: str = "cp1251", delimiter: str = ";") -> Path:
    path = folder / "amocrm_export_leads_2026-11-24.csv"
    lines = [delimiter.join(f'"{cell}"' for cell in cells) for cells in [list(HEADERS), *rows]]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path
