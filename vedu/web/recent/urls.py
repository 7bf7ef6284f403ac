"""/recent/, the menu of every page."""

from django.urls import path

from vedu.web.recent import views

app_name = "recent"
urlpatterns = [
    path("recent/", views.index, name="index"),
    path("deals/<int:deal_id>/pin", views.pin, name="pin"),
    path("deals/<int:deal_id>/unpin", views.unpin, name="unpin"),
]
