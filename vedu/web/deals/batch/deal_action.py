from django.urls import reverse

from vedu.sales.deals.deal import Deal
from vedu.web.batch.action import Action


class DealAction(Action[Deal]):
    picks = "deal"

    def name_of(self, item: Deal) -> str:
        return f"{item.client.name}, {item.name}"

    @classmethod
    def url(cls) -> str:
        return reverse("deals:batches", args=[cls.code])
