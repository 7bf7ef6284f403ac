from django.apps import AppConfig


class IntegrationsConfig(AppConfig):
    name = "vedu.integrations"
    label = "integrations"
