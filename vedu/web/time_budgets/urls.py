"""/time-budgets/."""

from django.urls import path

from vedu.web.time_budgets import views

app_name = "time_budgets"
urlpatterns = [
    path("time-budgets/", views.index, name="index"),
    path("time-budgets/preview", views.preview, name="preview"),
]
