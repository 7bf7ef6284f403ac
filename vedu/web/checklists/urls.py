"""/touches/7/checklists, /checklists/."""

from django.urls import path

from vedu.web.checklists import editing, views
from vedu.web.shell.retiring import retiring

app_name = "checklists"
urlpatterns = [
    path("touches/<int:touch_id>/checklists", views.talk, name="talk"),
    path("checklists/", editing.index, name="index"),
    path("checklists/ready", editing.ready, name="ready"),
    path("checklists/new/", editing.new, name="new"),
    path("checklists/<int:pk>/", editing.edit, name="edit"),
    *retiring("checklists", "checklists:index", editing.found),
]
