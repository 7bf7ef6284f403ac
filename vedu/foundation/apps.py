from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "vedu.foundation"
    label = "foundation"
