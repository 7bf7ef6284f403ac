"""The first run: the first administrator, the installation's language and zone, the first pipelines. All or nothing."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.hiring import hire
from vedu.foundation.people.installation import Installation
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid
from vedu.foundation.values.zones import is_zone
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.presets.install import BUSINESSES, install_business

LANGUAGES = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is asked on the first run. ``business`` is a key of BUSINESSES."""

    login: str
    password: str
    language: str
    time_zone: str
    business: str
    name: str = ""
    email: str = ""


def begin(chosen: Beginning) -> User:
    """The first administrator. Refused when anybody works here already; Invalid names the field that is wrong."""
    _require_known(chosen)
    first, _space, last = " ".join(chosen.name.split()).partition(" ")
    with transaction.atomic():
        Installation.begin(language=chosen.language, time_zone=chosen.time_zone, business=chosen.business)
        with translation.override(chosen.language):
            install_business(chosen.business)
        return hire(
            chosen.login,
            role=Role.ADMINISTRATOR,
            by=None,
            password=chosen.password,
            email=chosen.email,
            first_name=first,
            last_name=last,
            language=chosen.language,
            time_zone=chosen.time_zone,
        )


def take_business(code: str, *, by: User) -> list[Pipeline]:
    """The pipelines of one more kind of business, beside those that are there; for those who run the company."""
    if by.role not in EVERYTHING:
        sentence = _("Only the owner of the business or an administrator takes a template.")
        raise NotAllowed(Reason("templates-not-yours", sentence))
    _require_business(code)
    return install_business(code)


def _require_known(chosen: Beginning) -> None:
    if chosen.language not in LANGUAGES:
        raise invalid("language", "unknown-word", _("Choose one of the languages of the list."))
    if not is_zone(chosen.time_zone):
        raise invalid("time_zone", "unknown-word", _("There is no such time zone: choose one from the list."))
    _require_business(chosen.business)


def _require_business(code: str) -> None:
    if code not in BUSINESSES:
        raise invalid("business", "unknown-word", _("Choose what your company does."))
