"""Who leads a person: to whom news about his work goes (TEAM-1)."""

from collections.abc import Collection, Mapping

from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User


def heads_of(people: Collection[User]) -> Mapping[int, list[User]]:
    """By the id of each person: the heads of the nearest team above him, never himself; where there is none, the heads
    without a team, then the owners of the business. One query."""
    chiefs = list(
        User.objects.filter(is_active=True, role__in=(Role.HEAD, Role.OWNER)).select_related("team").order_by("pk")
    )
    return {person.pk: _heads_of(person, chiefs) for person in people}


def _heads_of(person: User, chiefs: list[User]) -> list[User]:
    others = [chief for chief in chiefs if chief.pk != person.pk]
    heads = [chief for chief in others if chief.role == Role.HEAD]
    path = person.team.path if person.team else ""
    above = [head for head in heads if head.team and path.startswith(head.team.path)]
    if above:
        nearest = max(len(head.team.path) for head in above if head.team)
        return [head for head in above if head.team and len(head.team.path) == nearest]
    return [head for head in heads if head.team is None] or [one for one in others if one.role == Role.OWNER]
