"""The people of a demo world; their password is hashed once."""

from collections.abc import Sequence

from django.contrib.auth.hashers import make_password

from vedu.foundation.people.hiring import hire
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User

PASSWORD = "demo-vedu"  # noqa: S105 - printed on purpose


def hire_all(people: Sequence[tuple[str, str, str, str]], domain: str = "sever-upak.example") -> list[User]:
    """(login, name, role, team name) for each; teams stand under the first one named."""
    hashed, teams, hired = make_password(PASSWORD), dict[str, Team](), list[User]()
    for login, name, role, team_name in people:
        first, last = name.split(" ", 1)
        user = hire(
            login,
            role=role,
            by=None,
            email=f"{login}@{domain}",
            first_name=first,
            last_name=last,
            team=_team(team_name, teams),
        )
        user.password = hashed
        user.save(update_fields=["password"])
        hired.append(user)
    return hired


def _team(name: str, known: dict[str, Team]) -> Team | None:
    if name and name not in known:
        known[name] = Team.found(name, parent=next(iter(known.values()), None))
    return known.get(name)
