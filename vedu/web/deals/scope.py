"""Whose deals a person looks at: his own, or all that he sees."""

from django.utils.translation import pgettext

from vedu.foundation.people.roles import Visibility
from vedu.foundation.people.user import User

# Ids of people; None means everyone.
Owners = frozenset[int] | None

MINE, TEAM = "mine", "team"


def scopes_of(user: User) -> tuple[str, ...]:
    """One who only looks has no deals of his own; one who sees only his own has no team's."""
    mine = (MINE,) if user.is_selling else ()
    return mine if user.sees == Visibility.OWN else (*mine, TEAM)


def usual_scope(user: User) -> str:
    """Those who lead people, or only look, come to see everyone's."""
    scopes = scopes_of(user)
    return TEAM if TEAM in scopes and (user.is_leading or MINE not in scopes) else scopes[0]


def scope_in(text: str, user: User) -> str:
    """The scope named, or the usual one when the person has no such."""
    return text if text in scopes_of(user) else usual_scope(user)


def scope_label(scope: str) -> str:
    return pgettext("whose deals", "Mine") if scope == MINE else pgettext("whose deals", "Team")


def owners_in(scope: str, user: User) -> Owners:
    """A person always sees his own, so those need no look at his team."""
    return frozenset({user.pk}) if scope == MINE else user.visible_owner_ids()
