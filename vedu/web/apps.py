from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "vedu.web"
    label = "web"
