"""The rows of the directory; each number opens its list (competitors/index.html)."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count

from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supply
from vedu.foundation.people.user import User
from vedu.sales.deals.lost_to import losses_by_name
from vedu.web.competitors.forms import CompetitorForm
from vedu.web.shell.address import address_of


class Row(NamedTuple):
    """``form`` is None for one who only reads."""

    pk: int
    name: str
    about: str
    arguments: str
    is_archived: bool
    clients: int
    clients_url: str
    losses: int
    losses_url: str
    form: CompetitorForm | None


@dataclass
class Directory:
    """Three queries. A form that came back with its errors stands in its place; ``sent_for`` None is the new one's."""

    user: User
    sent: CompetitorForm | None = None
    sent_for: int | None = None

    @property
    def new_form(self) -> CompetitorForm:
        return self.sent if self.sent and self.sent_for is None else CompetitorForm()

    @property
    def rows(self) -> list[Row]:
        competitors = Competitor.objects.order_by("is_archived", "name_folded")
        present = Supply.objects.present().visible_to(self.user).filter(competitor__isnull=False).order_by()
        clients = dict(present.values_list("competitor").annotate(Count("client", distinct=True)))
        losses = losses_by_name(self.user)
        return [
            self._row(one, clients.get(one.pk, 0), losses[one.name_folded])
            for one in (competitors if self.user.is_leading else competitors.in_use())
        ]

    def _row(self, one: Competitor, clients: int, losses: int) -> Row:
        return Row(
            pk=one.pk,
            name=one.name,
            about=one.about,
            arguments=one.arguments,
            is_archived=one.is_archived,
            clients=clients,
            clients_url=address_of("competitors:clients", one.pk),
            losses=losses,
            losses_url=address_of("competitors:losses", one.pk),
            form=self._form(one) if self.user.is_leading else None,
        )

    def _form(self, one: Competitor) -> CompetitorForm:
        if self.sent and self.sent_for == one.pk:
            return self.sent
        words = {"name": one.name, "about": one.about, "arguments": one.arguments}
        return CompetitorForm(initial=words, auto_id=f"id_{one.pk}_%s")
