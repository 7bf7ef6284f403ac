"""Tables of words of time in the languages of the interface. Plain data: pages need it hundreds of times."""

from typing import NamedTuple

from django.utils.translation import get_language


class Words(NamedTuple):
    yesterday: str
    today: str
    tomorrow: str
    weekdays: tuple[str, ...]  # Monday first
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]  # after a day of the month; January first
    short_months: tuple[str, ...]


RUSSIAN = Words(
    "вчера",
    "сегодня",
    "завтра",
    ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    ("января", "февраля", "марта", "апреля", "мая", "июня",
     "июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ("янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."),
)  # fmt: skip

ENGLISH = Words(
    "yesterday",
    "today",
    "tomorrow",
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    ("January", "February", "March", "April", "May", "June",
     "July", "August", "September", "October", "November", "December"),
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)  # fmt: skip


def is_russian(language: str | None) -> bool:
    """``None`` means the language of the request."""
    return (language or get_language() or "en").startswith("ru")


def words_in(language: str | None) -> Words:
    return RUSSIAN if is_russian(language) else ENGLISH
