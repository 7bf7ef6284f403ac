from django.urls import path

from vedu.web.enrichment import views

app_name = "enrichment"
urlpatterns = [
    path("clients/<int:pk>/enrichment", views.client, name="client"),
    path("fillings/", views.fillings, name="fillings"),
]
