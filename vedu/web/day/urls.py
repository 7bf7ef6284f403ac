"""/day/, where / leads, and /tasks/<id>/touch."""

from django.urls import path

from vedu.web.day import changed, touch_views, views

__all__ = ["changed"]  # registers what a finished task changes on the page

app_name = "day"
urlpatterns = [
    path("", views.home, name="home"),
    path("day/", views.index, name="index"),
    path("day/tomorrow/", views.tomorrow, name="tomorrow"),
    path("day/done/", views.done, name="done"),
    path("day/fit", views.fit, name="fit"),
    path("day/advice", views.advice, name="advice"),
    path("tasks/<int:task_id>/touch", touch_views.touch, name="touch"),
]
