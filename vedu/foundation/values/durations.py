"""Numbers of days in words: «5 дней», «6 из 7 дн.», «11 дн. при норме 6». ``language`` None is the request's."""

from vedu.foundation.values.words_of_time import is_russian

GAP = "\u00a0"
FEW = range(2, 5)
TEENS = range(11, 15)


def russian_plural(count: int, one: str, few: str, many: str) -> str:
    """The form that goes with the number: 1 день, 3 дня, 5 дней, 11 дней, 21 день."""
    last_two = abs(count) % 100
    if last_two in TEENS:
        return many
    if last_two % 10 == 1:
        return one
    return few if last_two % 10 in FEW else many


def days_text(days: int, language: str | None = None) -> str:
    """«5 дней», "5 days"."""
    if is_russian(language):
        return f"{days}{GAP}{russian_plural(days, 'день', 'дня', 'дней')}"
    return f"{days}{GAP}{'day' if abs(days) == 1 else 'days'}"


def norm_text(days: int, norm: int, language: str | None = None) -> str:
    """Days in a stage against its norm: «6 из 7 дн.»; over it «11 дн. при норме 6» (STAGE-2)."""
    if is_russian(language):
        return f"{days}{GAP}дн. при норме {norm}" if days > norm else f"{days} из {norm}{GAP}дн."
    if days > norm:
        return f"{days_text(days, 'en')}, norm {norm}"
    return f"{days} of {days_text(norm, 'en')}"
