from django.apps import AppConfig


class IntegrationsConfig(AppConfig):
    name = "vedu.integrations"
    label = "integrations"

    def ready(self) -> None:
        from vedu.clients.imports.format import register
        from vedu.integrations.migration.presets import PRESETS

        for preset in PRESETS:
            register(preset)
