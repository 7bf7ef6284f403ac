"""The questions of the mapping step: columns, stages, colleagues."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.imports.mapping import AS_NEW, ASK, CREATE, FREE, JOIN, LEAVE_OUT, ME, RULES, Mapping
from vedu.clients.imports.owner_book import known_names, name_key
from vedu.clients.imports.preparing import job_of, target_of
from vedu.clients.imports.run import ImportRun
from vedu.clients.imports.survey import joined
from vedu.foundation.people.user import User
from vedu.foundation.values.fold import fold
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.imports.deals_target import stages_in
from vedu.sales.imports.stage_book import LOST, OPEN, SKIP, WON, StageBook, StandsAt
from vedu.web.imports.row_count import rows_text


class Choice(NamedTuple):
    value: str
    label: str


class Group(NamedTuple):
    """Choices under a heading of their own; an empty heading stands first, without one."""

    label: str
    choices: list[Choice]


class Question(NamedTuple):
    """``hint`` helps to answer: samples of a column, rows of a stage. ``is_open``: it must be answered."""

    name: str
    hint: str
    value: str
    is_open: bool = False


@dataclass(frozen=True)
class Questions:
    run: ImportRun
    user: User

    @property
    def mapping(self) -> Mapping:
        return Mapping.of(self.run.mapping)

    def columns(self) -> list[Question]:
        survey, said = self.run.survey, self.mapping.columns
        return [
            Question(header, " · ".join(survey["samples"][header]), said.get(header, ""))
            for header in survey["headers"]
        ]

    def fields(self) -> list[Choice]:
        nothing = Choice("", _("Leave out"))
        return [nothing, *(Choice(one.code, str(one.label)) for one in target_of(self.run).fields)]

    def stages(self) -> list[Question]:
        if target_of(self.run).code != "deals":
            return []
        book, said = StageBook(job_of(self.run)), self.mapping.stages
        return [self._stage(book, said, names, rows) for names, rows in stages_in(self.run.survey)]

    def places(self) -> list[Group]:
        """Where a deal may stand: results first, then every stage of every pipeline."""
        results = [
            Choice(WON, pgettext("import", "Won")),
            Choice(LOST, pgettext("import", "Lost")),
            Choice(SKIP, _("Leave these rows out")),
        ]
        pipelines = Pipeline.objects.in_use().prefetch_related("stages")
        return [
            Group(pgettext("import", "Results"), results),
            *(
                Group(one.name, [Choice(_place(one.name, s.name), s.name) for s in one.stages.all()])
                for one in pipelines
            ),
            *self._coming_pipeline(),
        ]

    def owners(self) -> list[Question]:
        """Names in the file; a seller imports for himself, he is not asked."""
        if not self.user.is_leading:
            return []
        said, ids = self.mapping.owners, known_names()
        logins = dict(User.objects.values_list("pk", "username"))
        rows = self._names("owner") | self._names("client_owner")
        return [
            Question(name, rows_text(count), said.get(name) or _owner(name, ids, logins))
            for name, count in rows.items()
        ]

    def colleagues(self) -> list[Group]:
        words = [
            Choice(CREATE, _("Add as a colleague who has left")),
            Choice(ME, _("Take over myself")),
            Choice(FREE, _("Leave free")),
        ]
        people = User.objects.seen_by(self.user).order_by("first_name", "last_name", "username")
        return [Group("", words), Group(_("Colleagues"), [Choice(user.username, user.name) for user in people])]

    def no_owner(self) -> list[Choice]:
        by_rules = Choice(RULES, _("Let the assignment rules give it to somebody"))
        return [Choice(FREE, _("Leave the client free")), Choice(ME, _("Take the client myself")), by_rules]

    def alike(self) -> list[Choice]:
        """What to do with those who look like a client without a phone, an e-mail or an ИНН in common."""
        return [
            Choice(AS_NEW, _("Add them as new clients")),
            Choice(ASK, _("Add them and put each pair into the queue of duplicates")),
            Choice(JOIN, _("Join them to that client: only what is empty is filled")),
            Choice(LEAVE_OUT, _("Leave the rows out and list them")),
        ]

    def _names(self, field: str) -> dict[str, int]:
        found: dict[str, int] = self.run.survey["names"].get(field, {})
        return found

    def _stage(self, book: StageBook, said: dict[str, str], names: tuple[str, str], rows: int) -> Question:
        name, at = joined(names), book.stands_at(*names)
        hint = rows_text(rows)
        return Question(name, hint, said.get(name) or self._value(book, at), is_open=at is None)

    def _value(self, book: StageBook, at: StandsAt | None) -> str:
        if at is None:
            return ""
        return _place(*book.names_of(at)) if at.result == OPEN else at.result

    def _coming_pipeline(self) -> Iterable[Group]:
        """The one that the format brings with it."""
        book = StageBook(job_of(self.run))
        for pipeline, stages in book.to_be_installed().items():
            yield Group(pipeline, [Choice(_place(pipeline, stage), stage) for stage in stages])


def _place(pipeline: str, stage: str) -> str:
    return joined([pipeline, stage])


def _owner(name: str, ids: dict[str, int], logins: dict[int, str]) -> str:
    found = ids.get(name_key(name)) or ids.get(fold(name))
    return logins[found] if found else CREATE
