from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "vedu.insight"
    label = "insight"
