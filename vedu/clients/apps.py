from django.apps import AppConfig


class ClientsConfig(AppConfig):
    name = "vedu.clients"
    label = "clients"

    def ready(self) -> None:
        from vedu.clients import handover
        from vedu.clients.assignment import jobs as assignment
        from vedu.clients.competitors import supply
        from vedu.clients.competitors.segment_fields import register_fields as register_supplier_fields
        from vedu.clients.consent import recognition
        from vedu.clients.consent.tables import register_tables
        from vedu.clients.findable import listen
        from vedu.clients.imports import alike
        from vedu.clients.imports.client_erasing import register_erasers
        from vedu.clients.imports.clients_target import TARGET
        from vedu.clients.imports.format import register as register_format
        from vedu.clients.imports.generic_clients import CLIENTS
        from vedu.clients.imports.target import register as register_target
        from vedu.clients.segments.client_fields import register_fields
        from vedu.foundation.events import subscribe

        register_target(TARGET)
        register_format(CLIENTS)
        register_erasers()
        register_fields()
        register_tables()
        recognition.register_note()
        alike.register_notes()
        register_supplier_fields()

        for kind in (
            "client.added",
            "client.described",
            "client.point_added",
            "client.requisites_written",
            "contact.added",
        ):
            subscribe(kind, listen)
        for kind in ("client.owner_changed", "client.released"):
            subscribe(kind, handover.listen)
        subscribe("client.point_added", recognition.listen)
        for kind in ("client.added", "import.finished"):
            subscribe(kind, assignment.listen)
        for kind in ("competitor.added", "competitor.described"):
            subscribe(kind, supply.listen)
