"""How clients are shared out among several people (OWN-7, OWN-8)."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Method(models.TextChoices):
    ONE = "one", pgettext_lazy("sharing out", "to one person")
    TURNS = "turns", pgettext_lazy("sharing out", "in turn")
    LOAD = "load", pgettext_lazy("sharing out", "by load: the least loaded first")
    TERRITORY = "territory", pgettext_lazy("sharing out", "by territory")
