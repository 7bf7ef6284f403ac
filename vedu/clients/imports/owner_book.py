"""Who is meant by a name in a file: a colleague, a new one who has left, or nobody."""

import re

from django.utils.translation import gettext as _

from vedu.clients.imports.mapping import CREATE, FREE, ME
from vedu.clients.imports.target import Job
from vedu.clients.imports.trace import Trace
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.foundation.values.fold import fold
from vedu.foundation.values.latin import latin

LOGIN_LENGTH = 150


class OwnerBook:
    """Names → ids of users, asked for each row: answers are kept.

    The word of the file counts only for people whom the importer manages (TEAM-1); for others the answer is the
    one for rows without a name."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._ids = known_names()
        self._created: set[int] = set()
        self._answers: dict[str, int | None] = {}
        self._teams = job.format.teams(job.file) if job.format.teams else {}

    def id_of(self, name: str, trace: Trace) -> int | None:
        """None: nobody leads it."""
        if name not in self._answers:
            self._answers[name] = self._answer(name, trace) if name else self._nobody()
        return self._answers[name]

    def _answer(self, name: str, trace: Trace) -> int | None:
        mapping = self._job.mapping
        said = mapping.owners.get(name) or ""
        found = self._ids.get(name_key(name)) if not said else None
        if found is None:
            found = self._by_word(name, said or mapping.unknown_owners, trace)
        return found if found is not None and self._may_name(found) else self._nobody()

    def _by_word(self, name: str, word: str, trace: Trace) -> int | None:
        by = self._job.by
        if word == ME:
            return by.pk if by else None
        if word == FREE or (word == CREATE and by is not None and not by.is_leading):
            return None
        if word == CREATE:
            return self._create(name, trace)
        if fold(word) not in self._ids:
            raise invalid(
                "owners", "login-unknown", _("There is no colleague with the login “%(login)s”.") % {"login": word}
            )
        return self._ids[fold(word)]

    def _may_name(self, user_id: int) -> bool:
        by = self._job.by
        return by is None or user_id == by.pk or by.manages(user_id) or (by.is_leading and user_id in self._created)

    def _nobody(self) -> int | None:
        by = self._job.by
        return by.pk if by is not None and self._job.mapping.no_owner == ME else None

    def _create(self, name: str, trace: Trace) -> int:
        """He has left or has not come yet: cannot sign in, but his deals are his."""
        first, _gap, last = " ".join(name.split()).partition(" ")
        user = User.objects.create_user(
            self._free_login(name),
            first_name=first[:150],
            last_name=last[:150],
            is_active=False,
            team=self._team(name, trace),
        )
        trace.create("user", [user.pk])
        self._created.add(user.pk)
        self._ids[name_key(name)] = self._ids[fold(user.username)] = user.pk
        return user.pk

    def _free_login(self, name: str) -> str:
        login = re.sub(r"[^a-z0-9]+", ".", latin(name).lower()).strip(".")[: LOGIN_LENGTH - 6] or "seller"
        number, free = 1, login
        while fold(free) in self._ids:
            number += 1
            free = f"{login}{number}"
        return free

    def _team(self, name: str, trace: Trace) -> Team | None:
        """The chain of teams that the format names, those that are missing founded; else the importer's own."""
        team = self._job.by.team if self._job.by else None
        parent: Team | None = None
        for one in self._teams.get(name, ()):
            team = Team.objects.filter(name=one, parent=parent).first()
            if team is None:
                team = Team.found(one, parent)
                trace.create("team", [team.pk])
            parent = team
        return team


def known_names() -> dict[str, int]:
    """By login, e-mail and full name in either order; of namesakes none."""
    ids: dict[str, int] = {}
    names: dict[str, set[int]] = {}
    for user_id, login, email, first, last in User.objects.values_list(
        "pk", "username", "email", "first_name", "last_name"
    ):
        ids[fold(login)] = user_id
        if email:
            ids[fold(email)] = user_id
        if first or last:
            names.setdefault(name_key(f"{first} {last}"), set()).add(user_id)
    ids.update({name: next(iter(found)) for name, found in names.items() if len(found) == 1})
    return ids


def name_key(name: str) -> str:
    """«Котова Анна» and «Анна Котова» are one."""
    return " ".join(sorted(fold(name).split()))
