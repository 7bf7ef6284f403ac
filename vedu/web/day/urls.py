"""/day/, where / leads."""

from django.urls import path
from django.views.generic import RedirectView

from vedu.web.day import changed, views

__all__ = ["changed"]  # registers what a finished task changes on the page

app_name = "day"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="day:index"), name="home"),
    path("day/", views.index, name="index"),
    path("day/tomorrow/", views.tomorrow, name="tomorrow"),
    path("day/done/", views.done, name="done"),
]
