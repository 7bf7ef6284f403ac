"""Roles and what each sees (TEAM-1)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    SELLER = "seller", _("Seller")
    CALLER = "caller", _("Caller")
    CONSULTANT = "consultant", _("Consultant")
    HEAD = "head", _("Head of sales")
    OWNER = "owner", _("Owner of the business")
    ACCOUNTANT = "accountant", _("Accountant")
    ADMINISTRATOR = "administrator", _("Administrator")


class Visibility(models.TextChoices):
    """How far a person sees: his own clients, those of his team and the teams below, or all."""

    OWN = "own", pgettext_lazy("visibility", "own")
    TEAM = "team", pgettext_lazy("visibility", "team")
    ALL = "all", pgettext_lazy("visibility", "all")


DEFAULT_VISIBILITY = {
    Role.SELLER: Visibility.TEAM,
    Role.CALLER: Visibility.OWN,
    Role.CONSULTANT: Visibility.OWN,
    Role.HEAD: Visibility.TEAM,
    Role.OWNER: Visibility.ALL,
    Role.ACCOUNTANT: Visibility.ALL,
    Role.ADMINISTRATOR: Visibility.ALL,
}

# Those who lead people: they see the team page and may override rules marked (override).
LEADING = frozenset({Role.HEAD, Role.OWNER, Role.ADMINISTRATOR})
# Those who lead clients themselves.
SELLING = frozenset({Role.SELLER, Role.CALLER, Role.CONSULTANT, Role.HEAD, Role.OWNER, Role.ADMINISTRATOR})
