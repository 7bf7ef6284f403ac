"""/rules/."""

from django.urls import path

from vedu.web.rules import views

app_name = "rules"
urlpatterns = [
    path("rules/", views.index, name="index"),
    path("rules/holds", views.holds, name="holds"),
    path("rules/pipelines/<int:pk>/neglect", views.neglect, name="neglect"),
    path("rules/days", views.days, name="days"),
    path("rules/days/<str:day>/removal", views.day_removal, name="day-removal"),
    path("rules/limits", views.limits, name="limits"),
    path("rules/overdue", views.overdue, name="overdue"),
]
