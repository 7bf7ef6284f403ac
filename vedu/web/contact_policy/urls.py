"""/clients/7/pressure, /deals/7/pressure, /contact-rules/."""

from django.urls import path

from vedu.web.contact_policy import pressure_views

app_name = "contact_policy"
urlpatterns = [
    path("clients/<int:pk>/pressure", pressure_views.client, name="client"),
    path("deals/<int:deal_id>/pressure", pressure_views.deal, name="deal"),
]
