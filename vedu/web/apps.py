from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "vedu.web"
    label = "web"

    def ready(self) -> None:
        from vedu.foundation.notices.letter import register_writer
        from vedu.web.notices.letters import write

        register_writer(write)
