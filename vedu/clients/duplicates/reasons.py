"""Why two clients are probably one: stable codes, and their words for a person."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from vedu.clients.duplicates.linkage.agreeing import Agreement
from vedu.clients.duplicates.linkage.kinds import DIFFERENT
from vedu.foundation.values.phone import phone_text

SAME, ALIKE = "same", "alike"
MOST = 4


def code_of(field: str, *, is_same: bool) -> str:
    """ "phone-same", "name-alike"."""
    return f"{field}-{SAME if is_same else ALIKE}"


def told(agreed: Mapping[str, Agreement], worth: Mapping[str, float]) -> list[dict[str, str]]:
    """What speaks for the pair, the strongest first; ``worth`` is the weight of each field."""
    found = []
    for name in sorted(worth, key=lambda one: -worth[one]):
        level, shared = agreed[name]
        if level > DIFFERENT and worth[name] > 0:
            found.append({"code": code_of(name, is_same=bool(shared)), "value": shared})
    return found


def sentence(found: Sequence[Mapping[str, Any]]) -> str:
    """«тот же телефон +7 912 640-18-22, похожее название, тот же город»."""
    words = ", ".join(_words(found[:MOST]))
    return words[:1].upper() + words[1:]


def _words(found: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    for reason in found:
        say = _KNOWN.get(reason["code"])
        if say is not None:
            yield say(str(reason.get("value", ""))).strip()


def _phone(value: str) -> str:
    """Phones are compared by their last ten digits."""
    return _("the same phone %(phone)s") % {"phone": phone_text(f"+7{value}") if len(value) == 10 else value}


_KNOWN: dict[str, Callable[[str], str]] = {
    "name-same": lambda _value: _("the same name"),
    "name-alike": lambda _value: _("similar names"),
    "person-same": lambda _value: _("the same person"),
    "person-alike": lambda _value: _("people with similar names"),
    "phone-same": _phone,
    "phone-alike": lambda _value: _("phones one digit apart"),
    "email-same": lambda value: _("the same e-mail %(email)s") % {"email": value},
    "email-alike": lambda _value: _("e-mails one letter apart"),
    "domain-same": lambda value: _("the same site or mail domain %(domain)s") % {"domain": value},
    "inn-same": lambda value: _("the same INN %(inn)s") % {"inn": value},
    "inn-alike": lambda _value: _("INNs one digit apart"),
    "city-same": lambda _value: _("the same city"),
    "city-alike": lambda _value: _("similar cities"),
    "address-same": lambda _value: _("the same address"),
    "address-alike": lambda _value: _("similar addresses"),
}
