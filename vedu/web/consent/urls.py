from django.urls import path, register_converter

from vedu.web.consent import register_views, setting_views, subject_views
from vedu.web.consent.whose import CLIENT, PERSON


class Whose:
    regex = f"{PERSON}|{CLIENT}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Whose, "whose")

app_name = "consent"
urlpatterns = [
    path("consent/", register_views.index, name="index"),
    path("consent/register.csv", register_views.csv, name="csv"),
    path("consent/opt-outs", register_views.opt_outs, name="opt-outs"),
    path("consent/opt-outs/<int:pk>/lifting", register_views.lifting, name="lifting"),
    path("consent/requests/<int:pk>/completion", register_views.completion, name="completion"),
    path("consent/acts/<int:pk>/", register_views.act, name="act"),
    path("consent/acts/<int:pk>/log", register_views.log, name="log"),
    path("consent/texts", setting_views.texts, name="texts"),
    path("consent/terms", setting_views.terms, name="terms"),
    path("consent/<whose:kind>/<int:pk>/consents", subject_views.consents, name="consents"),
    path("consent/<whose:kind>/<int:pk>/withdrawals", subject_views.withdrawals, name="withdrawals"),
    path("consent/<whose:kind>/<int:pk>/objection", subject_views.objection, name="objection"),
    path("consent/<whose:kind>/<int:pk>/requests", subject_views.requests, name="requests"),
    path("consent/<whose:kind>/<int:pk>/dossier", subject_views.dossier, name="dossier"),
    path("consent/<whose:kind>/<int:pk>/erasure", subject_views.erasure, name="erasure"),
]
