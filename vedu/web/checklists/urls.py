"""/touches/7/checklists, /checklists/."""

from django.urls import path

from vedu.web.checklists import editing, views

app_name = "checklists"
urlpatterns = [
    path("touches/<int:touch_id>/checklists", views.talk, name="talk"),
    path("checklists/", editing.index, name="index"),
    path("checklists/ready", editing.ready, name="ready"),
    path("checklists/new/", editing.new, name="new"),
    path("checklists/<int:pk>/", editing.edit, name="edit"),
    path("checklists/<int:pk>/retirement", editing.retirement, name="retirement"),
    path("checklists/<int:pk>/restoration", editing.restoration, name="restoration"),
]
