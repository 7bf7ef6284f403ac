from django.apps import AppConfig


class ClientsConfig(AppConfig):
    name = "vedu.clients"
    label = "clients"

    def ready(self) -> None:
        from vedu.clients.findable import listen
        from vedu.foundation.events import subscribe

        for kind in (
            "client.added",
            "client.described",
            "client.point_added",
            "client.requisites_written",
            "contact.added",
        ):
            subscribe(kind, listen)
