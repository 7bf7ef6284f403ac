"""What may stand in braces in a template: a closed list, so that a template never reaches for anything else."""

from django.db import models
from django.utils.translation import pgettext_lazy


class MergeField(models.TextChoices):
    """The value is what is typed between the braces, the label what a person reads."""

    CLIENT = "client", pgettext_lazy("merge field", "name of the client")
    CONTACT_NAME = "contact.name", pgettext_lazy("merge field", "full name of the contact")
    CONTACT_FIRST_NAME = "contact.first_name", pgettext_lazy("merge field", "first name of the contact")
    CONTACT_ADDRESS = "contact.address", pgettext_lazy("merge field", "first name and patronymic of the contact")
    CONTACT_JOB_TITLE = "contact.job_title", pgettext_lazy("merge field", "job title of the contact")
    DEAL = "deal", pgettext_lazy("merge field", "name of the deal")
    NEED = "need", pgettext_lazy("merge field", "need in the client’s words")
    PRODUCT = "product", pgettext_lazy("merge field", "product of the deal")
    PRICE = "price", pgettext_lazy("merge field", "its price by the catalogue")
    ME_NAME = "me.name", pgettext_lazy("merge field", "your name")
    ME_JOB_TITLE = "me.job_title", pgettext_lazy("merge field", "your job title")
    ME_PHONE = "me.phone", pgettext_lazy("merge field", "your phone")
    ME_EMAIL = "me.email", pgettext_lazy("merge field", "your e-mail")
    ME_SIGNATURE = "me.signature", pgettext_lazy("merge field", "your signature")


class GapSource(models.TextChoices):
    """Where a person fills in what is missing."""

    CONTACT = "contact", pgettext_lazy("where to fill in", "name a contact on the client card")
    CONTACT_FACTS = "contact_facts", pgettext_lazy("where to fill in", "complete the contact on the client card")
    DEAL = "deal", pgettext_lazy("where to fill in", "write from the card of a deal")
    NEED = "need", pgettext_lazy("where to fill in", "write the need down on the deal")
    PRODUCT = "product", pgettext_lazy("where to fill in", "name a product on the deal")
    CATALOGUE = "catalogue", pgettext_lazy("where to fill in", "give the product a price in the catalogue")
    PROFILE = "profile", pgettext_lazy("where to fill in", "fill in your profile in the settings")
