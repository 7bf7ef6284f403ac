from django.apps import AppConfig

from vedu.foundation import joined_catalogues

joined_catalogues.join()  # models load translations, and they come before any ready()


class FoundationConfig(AppConfig):
    name = "vedu.foundation"
    label = "foundation"
