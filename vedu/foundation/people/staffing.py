"""A colleague gets another role or team, leaves, comes back (TEAM-1). What he did stays in his name."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.authority import require_authority
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused

PLACE = ("role", "team", "visibility")


def place(user: User, *, by: User, **facts: Any) -> None:
    """Change role, team or visibility; the right is needed over where he was and over where he comes."""
    require_authority(by, role=user.role, team=user.team)
    require_authority(by, role=facts.get("role", user.role), team=facts.get("team", user.team))
    before = {name: getattr(user, name) for name in PLACE if name in facts and getattr(user, name) != facts[name]}
    if not before:
        return
    for name in before:
        setattr(user, name, facts[name])
    with transaction.atomic():
        user.save(update_fields=[*before])
        _require_somebody_in_charge()
        team = before.pop("team", None)
        tell("person.placed", by=by, person=user.pk, before=before | ({"team": team.pk} if team else {}))


def rename(user: User, *, by: User, first_name: str, last_name: str, patronymic: str = "") -> None:
    """His name as the others see it; he may give it himself."""
    if user.pk != by.pk:
        require_authority(by, role=user.role, team=user.team)
    before = user.name
    user.first_name, user.last_name = first_name.strip()[:150], last_name.strip()[:150]
    user.patronymic = patronymic.strip()[:120]
    user.save(update_fields=["first_name", "last_name", "patronymic"])
    if user.name != before:
        tell("person.renamed", by=by, person=user.pk, before=before)


def dismiss(user: User, *, by: User) -> None:
    """He no longer works here: he cannot sign in, his tokens are dead. Refused for oneself and for the last one
    who administers. His clients stay his until somebody passes them on (OWN-7)."""
    require_authority(by, role=user.role, team=user.team)
    if user.pk == by.pk:
        raise Refused(Reason("not-oneself", _("You cannot close your own account: ask another administrator.")))
    with transaction.atomic():
        user.is_active = False
        user.save(update_fields=["is_active"])
        _require_somebody_in_charge()
        user.tokens.all().delete()
        tell("person.left", by=by, person=user.pk)


def take_back(user: User, *, by: User) -> None:
    """He works here again, in his old place."""
    require_authority(by, role=user.role, team=user.team)
    user.is_active = True
    user.save(update_fields=["is_active"])
    tell("person.returned", by=by, person=user.pk)


def _require_somebody_in_charge() -> None:
    if not User.objects.filter(is_active=True, role__in=(Role.ADMINISTRATOR, Role.OWNER)).exists():
        sentence = _("Somebody has to administer: make another person an administrator first.")
        raise Refused(Reason("last-administrator", sentence))
