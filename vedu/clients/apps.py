from django.apps import AppConfig


class ClientsConfig(AppConfig):
    name = "vedu.clients"
    label = "clients"
