"""Reads a record about a client: every wrong cell is named, not just the first."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from vedu.clients.client import ClientKind
from vedu.clients.contact_point import ContactPointKind
from vedu.clients.imports.cells import BadCell, moment_of, split_many
from vedu.clients.imports.draft import ClientDraft, PointDraft
from vedu.clients.imports.mapping import Record
from vedu.foundation.refusal import Reason
from vedu.foundation.values.email import normalise_email
from vedu.foundation.values.fold import fold
from vedu.foundation.values.phone import normalise_phone, phone_text
from vedu.foundation.values.requisites import BadRequisite, check_inn, check_kpp, check_ogrn, check_ogrnip

NAME_LENGTH, CITY_LENGTH, VALUE_LENGTH, IDENTITY_LENGTH = 255, 120, 255, 180
PERSON_INN, OGRNIP = 12, 15
_PARTED = re.compile(r"[,;\n|]")
COMPANY, ENTREPRENEUR, PERSON = map(str, (ClientKind.COMPANY, ClientKind.ENTREPRENEUR, ClientKind.PERSON))
PERSON_WORDS, TRADER_WORDS = {"физлицо", "физическое лицо", "частное лицо", "person"}, {"ип", "предприниматель"}
PHONE, EMAIL = str(ContactPointKind.PHONE), str(ContactPointKind.EMAIL)
LINKS = {"site": (str(ContactPointKind.SITE), ""), "vk": (str(ContactPointKind.SOCIAL), "vk")} | {
    name: (str(ContactPointKind.MESSENGER), name) for name in ("telegram", "whatsapp", "skype")
}
REQUISITES: dict[str, Callable[[str], str]] = {
    "inn": lambda text: check_inn(_with_zero(text)),
    "kpp": check_kpp,
    "ogrn": lambda text: check_ogrnip(text) if len(text.strip()) == OGRNIP else check_ogrn(text),
}


def read_client(record: Record, *, by_name: bool = False) -> tuple[ClientDraft | None, list[Reason]]:
    """The draft, or None with every reason why not. ``by_name``: its name is its key in the other system."""
    wrong: list[Reason] = []
    points = list({(point.kind, point.value): point for point in _points(record, wrong)}.values())
    requisites = dict(_requisites(record, wrong))
    created_at = _moment(record.get("created_at", ""), wrong)
    company, person = _one_line(record.get("company", "")), _person(record)
    name = company or person or (_shown(points[0]) if points else "")
    if not name:
        wrong.append(Reason("client-unnamed", _("The row names neither a company nor a person.")))
    if wrong:
        return None, wrong
    draft = ClientDraft(
        name=name[:NAME_LENGTH],
        kind=_kind(company, requisites, record.get("client_kind", "")),
        facts=_facts(record),
        requisites=requisites,
        points=points,
        person=person[:NAME_LENGTH] if company else "",
        job_title=_one_line(record.get("job_title", ""))[:NAME_LENGTH],
        created_at=created_at,
        by_name=by_name and bool(company),
        keys=_keys(record, company, by_name),
    )
    _know_again(draft, record)
    return draft, []


def all_keys(draft: ClientDraft) -> list[str]:
    """Everything exact by which the draft may be known again."""
    return [*draft.keys, *([draft.inn] if draft.inn else []), *(point.value for point in draft.points)]


def numbers_of(record: Record) -> list[str]:
    """What the other system calls the company and the person, as keys."""
    return [f"{what}:{record[f'{what}_id']}" for what in ("company", "contact") if f"{what}_id" in record]


def digest_of(record: Record) -> str:
    """Equal for rows that say the same."""
    text = "\x1f".join(f"{code}\x1e{value}" for code, value in sorted(record.items()))
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _points(record: Record, wrong: list[Reason]) -> Iterator[PointDraft]:
    for code, read, official in READERS:
        if code in record:
            for typed in _many(record[code]):
                try:
                    yield read(typed, official)
                except BadCell as error:
                    wrong.append(error.reason)
    if not record.keys().isdisjoint(LINKS):
        yield from _links(record)


def _links(record: Record) -> Iterator[PointDraft]:
    for code, (kind, network) in LINKS.items():
        for typed in _many(record.get(code, ())):
            yield PointDraft(kind, typed[:VALUE_LENGTH], typed[:VALUE_LENGTH], "", network)


def _phone(typed: str, official: bool) -> PointDraft:
    phone = normalise_phone(typed)
    if phone is None:
        raise BadCell("phone-wrong", _("“%(typed)s” is not a whole phone number.") % {"typed": typed[:40]})
    return PointDraft(PHONE, phone.e164, typed[:VALUE_LENGTH], phone.extension, "", official)


def _email(typed: str, official: bool) -> PointDraft:
    email = normalise_email(typed)
    if email is None:
        raise BadCell("email-wrong", _("“%(typed)s” is not an e-mail address.") % {"typed": typed[:40]})
    return PointDraft(EMAIL, email, typed[:VALUE_LENGTH], "", "", official)


READERS = (
    ("phone", _phone, True),
    ("personal_phone", _phone, False),
    ("email", _email, True),
    ("personal_email", _email, False),
)


def _many(cells: Sequence[str]) -> Iterator[str]:
    for cell in cells:
        if _PARTED.search(cell):
            yield from split_many(cell)
        else:
            yield cell


def _requisites(record: Record, wrong: list[Reason]) -> Iterator[tuple[str, str]]:
    for code, check in REQUISITES.items():
        if code in record:
            try:
                yield code, check(record[code])
            except BadRequisite as error:
                wrong.append(Reason(error.code, error.sentence))
    for code in ("legal_name", "address"):
        if code in record:
            yield code, _one_line(record[code])[:500]


def _with_zero(inn: str) -> str:
    """Spreadsheets drop the zero that an ИНН of some regions begins with."""
    return f"0{inn}" if inn.isascii() and inn.isdigit() and len(inn) in (9, 11) else inn


def _moment(text: str, wrong: list[Reason]) -> Any:
    try:
        return moment_of(text) if text else None
    except BadCell as error:
        wrong.append(error.reason)
        return None


def _person(record: Record) -> str:
    if "contact" in record:
        return _one_line(record["contact"])
    parts = (record.get("first_name", ""), record.get("patronymic", ""), record.get("last_name", ""))
    return _one_line(" ".join(parts))


def _kind(company: str, requisites: dict[str, str], said: str) -> str:
    if not company or fold(said) in PERSON_WORDS:
        return PERSON
    is_trader = (
        fold(said) in TRADER_WORDS or len(requisites.get("inn", "")) == PERSON_INN or company[:3].lower() == "ип "
    )
    return ENTREPRENEUR if is_trader else COMPANY


def _facts(record: Record) -> dict[str, str]:
    facts = {
        "city": _one_line(record.get("city", ""))[:CITY_LENGTH],
        "about": "\n".join(record.get("about", ())),
        "source": _one_line(record.get("client_source", ""))[:CITY_LENGTH],
    }
    return {name: value for name, value in facts.items() if value}


def _keys(record: Record, company: str, by_name: bool) -> list[str]:
    """The numbers; the company's name where names are keys."""
    keys = numbers_of(record)
    if by_name and company:
        keys.insert(0, f"name:{fold(company)}")
    return [key[:IDENTITY_LENGTH] for key in keys]


def _know_again(draft: ClientDraft, record: Record) -> None:
    """A row without any key is known again by all that it says."""
    if draft.keys or not (draft.inn or any(point.kind in (PHONE, EMAIL) for point in draft.points)):
        draft.digest = digest_of(record)
        draft.keys = draft.keys or [f"row:{draft.digest}"]


def _shown(point: PointDraft) -> str:
    return phone_text(point.value, point.extension) if point.kind == PHONE else point.value


def _one_line(text: str) -> str:
    return " ".join(text.split())
