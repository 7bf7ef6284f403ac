"""No false urgency, no prices by hand (CHAN-7): said when a template is saved. A warning: a person may know why."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vedu.foundation.refusal import Reason

# A number with a currency at its side, or «цена 5000». A time, a date, a phone or a percentage is no price.
_MONEY = (
    r"(?:₽|руб(?:\.|лей|ля|ль)?|р\.|тыс\.?\s?(?:₽|руб|р\.)|\$|€|£|RUB\b|USD\b|EUR\b|roubles?|rubles?|dollars?|euros?)"
)
_NUMBER = r"\d[\d\s\u00a0\u202f.,]*"
_PRICE = re.compile(
    rf"{_NUMBER}(?:\s|тыс\.?|млн|k)*{_MONEY}|[$€£]\s?{_NUMBER}"
    rf"|(?:цен[аыоу]й?|стоимость(?:ю)?|price|costs?|cost of)\s*(?:[:—–-]|от|from|is|только|only|at)?\s*{_NUMBER}",
    re.IGNORECASE,
)
_URGENCY = re.compile(
    r"только\s+(?:сегодня|сейчас|до\s+(?:конца|вечера|полуночи))"
    r"|(?:остал(?:ось|ся|ась|ись)|осталось\s+всего)\s+(?:всего\s+)?(?:\d+|один|одно|одна|два|две|три|несколько|пара)"
    r"\s+(?:мест|штук|экземпляр|дн|час|единиц|комплект)\w*"
    r"|последн(?:ий|яя|ее|ие)\s+(?:шанс|возможность|мест[оа]|дни|день|часы)"
    r"|успей(?:те)?\b|поторопи(?:сь|тесь)|предложение\s+(?:сгорит|сгорает|заканчивается\s+сегодня)"
    r"|акция\s+(?:заканчивается|сгорает|последн\w+)|количество\s+ограничено|места\s+заканчиваются"
    r"|only\s+today|today\s+only|last\s+chance|hurry(?:\s+up)?\b|act\s+now|expires\s+(?:today|tonight|soon)"
    r"|only\s+(?:\d+|one|two|three|a\s+few)\s+(?:places?|seats?|spots?|items?|left)|limited\s+(?:time|stock)"
    r"|before\s+it.?s\s+too\s+late",
    re.IGNORECASE,
)


def warnings_in(text: str) -> list[Reason]:
    """What a client might not be told in good faith, each with the words it is about."""
    return list(_warnings(text))


def _warnings(text: str) -> Iterator[Reason]:
    for found in _found(_PRICE, text):
        sentence = _(
            "“%(words)s” looks like a price typed by hand: put {price}, and the catalogue’s price will stand there."
        )
        yield Reason("typed-price", sentence % {"words": found}, {"words": found})
    for found in _found(_URGENCY, text):
        sentence = _("“%(words)s” hurries the client: leave it only if it is true for everyone who reads it.")
        yield Reason("false-urgency", sentence % {"words": found}, {"words": found})


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return list(dict.fromkeys(" ".join(match[0].split()).rstrip(" .,") for match in pattern.finditer(text)))
