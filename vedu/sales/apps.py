from django.apps import AppConfig


class SalesConfig(AppConfig):
    name = "vedu.sales"
    label = "sales"

    def ready(self) -> None:
        from vedu.clients.hold_keeping import register_keeper
        from vedu.clients.imports.format import register as register_format
        from vedu.clients.imports.target import register as register_target
        from vedu.foundation.events import subscribe
        from vedu.sales.deals.merged_client import joined, parted
        from vedu.sales.deals.new_owner import take_over
        from vedu.sales.imports.deal_erasing import register_erasers
        from vedu.sales.imports.deals_target import TARGET
        from vedu.sales.imports.generic_deals import DEALS
        from vedu.sales.inquiries.stopping import heard
        from vedu.sales.personal_data import register_tables
        from vedu.sales.reminders.reminding import settle
        from vedu.sales.sequences.hearing import listen
        from vedu.sales.touches.found_again import erased
        from vedu.sales.touches.promises import end_promises, kept_by_promises

        register_target(TARGET)
        register_format(DEALS)
        register_erasers()
        register_keeper(kept_by_promises)
        register_tables()
        subscribe("client.owner_changed", take_over)
        subscribe("client.released", end_promises)
        subscribe("subject.erased", erased)
        subscribe("touch.logged", heard)
        subscribe("task.done", settle)
        subscribe("task.rescheduled", settle)
        subscribe("client.merged", joined)
        subscribe("client.parted", parted)
        listen()
