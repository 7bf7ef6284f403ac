"""Who may give which role in which team (TEAM-1)."""

from django.utils.translation import gettext as _

from vedu.foundation.people.roles import Role
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason

EVERYTHING = frozenset({Role.OWNER, Role.ADMINISTRATOR})
GIVEN_BY_HEADS = (Role.SELLER, Role.CALLER, Role.CONSULTANT)


def roles_given_by(user: User) -> tuple[Role, ...]:
    """The owner of the business and an administrator give any role, a head those of his sellers."""
    if user.role in EVERYTHING:
        return tuple(Role)
    return GIVEN_BY_HEADS if user.is_leading else ()


def teams_of(user: User) -> list[Team]:
    """Teams where this person may place people: a head's own and those below it."""
    if not user.is_leading:
        return []
    if user.role in EVERYTHING or user.team is None:
        return list(Team.objects.all())
    return list(Team.objects.filter(path__startswith=user.team.path))


def require_authority(by: User, *, role: str, team: Team | None) -> None:
    """Raises NotAllowed unless ``by`` may have a person of this role in this team."""
    by.require_leading()
    if role not in roles_given_by(by):
        sentence = _("Only the owner of the business or an administrator gives this role.")
        raise NotAllowed(Reason("role-not-yours-to-give", sentence))
    if by.role in EVERYTHING or by.team is None:
        return
    if team is None or not team.path.startswith(by.team.path):
        raise NotAllowed(Reason("team-not-yours", _("You place people only in your own team and in those below it.")))
