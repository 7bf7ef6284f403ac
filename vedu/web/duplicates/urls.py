"""/duplicates/ and /clients/new/likely."""

from django.urls import path

from vedu.web.duplicates import views

app_name = "duplicates"
urlpatterns = [
    path("duplicates/", views.index, name="index"),
    path("duplicates/scans", views.scans, name="scans"),
    path("duplicates/<int:pk>/difference", views.difference, name="difference"),
    path("duplicates/<int:pk>/reopening", views.reopening, name="reopening"),
    path("clients/new/likely", views.likely, name="likely"),
]
