from django.apps import AppConfig


class SalesConfig(AppConfig):
    name = "vedu.sales"
    label = "sales"

    def ready(self) -> None:
        from vedu.foundation.events import subscribe
        from vedu.sales.deals.new_owner import take_over

        subscribe("client.owner_changed", take_over)
