from django.apps import AppConfig


class SalesConfig(AppConfig):
    name = "vedu.sales"
    label = "sales"

    def ready(self) -> None:
        from vedu.clients.imports import format, target
        from vedu.foundation.events import subscribe
        from vedu.sales.deals.new_owner import take_over
        from vedu.sales.imports.deal_erasing import register_erasers
        from vedu.sales.imports.deals_target import TARGET
        from vedu.sales.imports.generic_deals import DEALS

        target.register(TARGET)
        format.register(DEALS)
        register_erasers()
        subscribe("client.owner_changed", take_over)
