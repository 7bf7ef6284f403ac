from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "vedu.api"
    label = "api"
