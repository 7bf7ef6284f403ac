"""The words of a task inside a line: «Волжский пекарь»: подтвердить потребность."""

import re

# A Russian infinitive at the start is no name, so it loses its capital after the colon.
INFINITIVE = re.compile(r"[А-ЯЁ][а-яё]+(ть|ти|чь|ться|тись|чься)\b")


def line_of(client: str, title: str) -> str:
    words = f"{title[:1].lower()}{title[1:]}" if INFINITIVE.match(title) else title
    return f"{client}: {words}".replace("№ ", "№\u00a0")
