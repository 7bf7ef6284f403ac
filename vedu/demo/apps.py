from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "vedu.demo"
    label = "demo"
