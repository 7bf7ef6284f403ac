"""A new team (TEAM-1)."""

from django.utils.translation import gettext as _

from vedu.foundation.people.authority import EVERYTHING, teams_of
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid


def found_team(name: str, *, by: User, parent: Team | None = None) -> Team:
    """A head founds teams below his own, those who run the company anywhere. Raises NotAllowed, or Invalid with
    the field for an empty name and for one that is taken."""
    by.require_leading()
    if by.role not in EVERYTHING and parent not in teams_of(by):
        raise NotAllowed(Reason("team-not-yours", _("You found teams only below your own.")))
    name = " ".join(name.split())
    if not name:
        raise invalid("name", "name-empty", _("Name the team."))
    if len(name) > 120:
        raise invalid("name", "name-too-long", _("The name is longer than 120 characters: shorten it."))
    if Team.objects.filter(name__iexact=name).exists():
        raise invalid("name", "name-taken", _("There is a team “%(name)s” already.") % {"name": name})
    return Team.found(name, parent)
