from vedu.sales.deals.deal import Deal
from vedu.web.batch.action import Action
from vedu.web.shell.address import address_of


class DealAction(Action[Deal]):
    picks = "deal"

    def name_of(self, item: Deal) -> str:
        return f"{item.client.name}, {item.name}"

    @classmethod
    def url(cls) -> str:
        return address_of("deals:batches", cls.code)
