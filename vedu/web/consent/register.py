"""The register of the head: how far consent goes, who may not be disturbed, what has to be answered by when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.utils.translation import pgettext

from vedu.clients.consent.consent import Consent
from vedu.clients.consent.erasure_act import ErasureAct
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.term import terms
from vedu.clients.consent.text import ConsentText
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.web.consent import rows
from vedu.web.consent.coverage import Coverage, coverage_of
from vedu.web.consent.forms import BareOptOutForm, TermsForm, TextForm
from vedu.web.consent.rows import Row, heads_of
from vedu.web.consent.text_rows import TextRow, text_rows
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

SHOWN = 100
LISTS = ("requests", "opt-outs", "consents", "acts")


@dataclass(frozen=True, slots=True)
class Choice:
    label: str
    url: str
    is_on: bool


@dataclass
class Register:
    """A form that was sent back with its errors stands in place of an empty one."""

    viewer: User
    chosen: Mapping[str, str]
    sent_opt_out: BareOptOutForm | None = None
    sent_text: TextForm | None = None
    sent_terms: TermsForm | None = None

    @property
    def code(self) -> str:
        asked = self.chosen.get("list", "")
        return asked if asked in LISTS else LISTS[0]

    @property
    def is_all(self) -> bool:
        """Closed ones too: answered requests, withdrawn consents, what came off the list."""
        return self.chosen.get("all") == "1"

    @cached_property
    def coverage(self) -> Coverage:
        return coverage_of(self.viewer)

    @property
    def lists(self) -> list[Choice]:
        names = (
            pgettext("register", "Requests"),
            pgettext("register", "Opt-outs"),
            pgettext("register", "Consents"),
            pgettext("register", "Acts of erasure"),
        )
        return [Choice(name, self._url(list=code), code == self.code) for code, name in zip(LISTS, names, strict=True)]

    @property
    def states(self) -> list[Choice]:
        """Those in force, or all; an act is never over."""
        if self.code == "acts":
            return []
        return [
            Choice(pgettext("register", "In force"), self._url(list=self.code), not self.is_all),
            Choice(pgettext("register", "All"), self._url(list=self.code, all="1"), self.is_all),
        ]

    @property
    def heads(self) -> list[str]:
        return heads_of(self.code)

    @cached_property
    def rows(self) -> list[Row]:
        return self.rows_up_to(SHOWN)

    @property
    def is_cut(self) -> bool:
        return len(self.rows) == SHOWN

    def rows_up_to(self, number: int | None) -> list[Row]:
        """Ready text; without a limit for the file."""
        found, row_of = self._source()
        clock = Clock.here()
        return [row_of(one, clock) for one in (found[:number] if number else found)]

    @property
    def csv_url(self) -> str:
        said = {"list": self.code} | ({"all": "1"} if self.is_all else {})
        return f"{address_of('consent:csv')}?{urlencode(said)}"

    @property
    def opt_out(self) -> BareOptOutForm:
        return self.sent_opt_out or BareOptOutForm()

    @property
    def may_set(self) -> bool:
        return self.viewer.role in EVERYTHING

    @cached_property
    def texts(self) -> list[TextRow]:
        return text_rows(ConsentText.objects.all(), Clock.here())

    @property
    def text_form(self) -> TextForm:
        return self.sent_text or TextForm()

    @property
    def terms_form(self) -> TermsForm:
        return self.sent_terms or TermsForm(terms=terms())

    def _source(self) -> "tuple[QuerySet[Model], Callable[[Model, Clock], Row]]":
        seen, whole = self.viewer, self.is_all
        match self.code:
            case "opt-outs":
                listed = OptOut.objects.visible_to(seen).select_related("client", "contact", "by")
                return (listed if whole else listed.standing()), rows.of_opt_out
            case "consents":
                given = Consent.objects.visible_to(seen).select_related("client", "contact", "text", "withdrawal")
                return (given if whole else given.standing()), rows.of_consent
            case "acts":
                return ErasureAct.objects.visible_to(seen).select_related("by"), rows.of_act
        asked = SubjectRequest.objects.visible_to(seen).select_related("client", "contact", "done_by")
        return (asked if whole else asked.open()), rows.of_request

    def _url(self, **said: str) -> str:
        return f"{address_of('consent:index')}?{urlencode(said)}"
