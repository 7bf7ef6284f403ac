"""/clients/7/pressure, /deals/7/pressure, /clients/7/step-hint, /step-hint, /contact-rules/."""

from django.urls import path

from vedu.web.contact_policy import hint_views, pressure_views, rules_views

app_name = "contact_policy"
urlpatterns = [
    path("clients/<int:pk>/pressure", pressure_views.client, name="client"),
    path("deals/<int:deal_id>/pressure", pressure_views.deal, name="deal"),
    path("clients/<int:pk>/step-hint", hint_views.step_hint, name="step-hint"),
    path("step-hint", hint_views.chosen_hint, name="hint"),
    path("contact-rules/", rules_views.index, name="rules"),
    path("contact-rules/preview", rules_views.preview, name="preview"),
    path("contact-rules/simulation", rules_views.simulation, name="simulation"),
    path("contact-rules/costs", rules_views.costs, name="costs"),
]
