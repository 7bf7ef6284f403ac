"""Filling many clients beside the pages, one after another: the provider is not asked more often than it allows."""

import time

from django.conf import settings
from django.utils import translation
from django_tasks import task

from vedu.integrations.enrichment.choice import chosen_provider
from vedu.integrations.enrichment.filling import Filling

# DaData allows 30 questions a second to the whole company; people at the forms have their share.
PAUSE = 0.2


@task()
def carry_out_filling(filling_id: int, language: str = "") -> None:
    filling = Filling.objects.waiting().select_related("client__owner", "client__requisites", "by")
    order = filling.filter(pk=filling_id).first()
    if order is None:
        return
    with translation.override(language or settings.LANGUAGE_CODE):
        lookup = order.carry_out()
    provider = chosen_provider()
    if lookup.was_asked and provider is not None and not provider.is_local:
        time.sleep(PAUSE)
