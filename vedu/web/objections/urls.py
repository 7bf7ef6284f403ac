"""/objections/, what to answer to one of them, /deals/7/objection-actions."""

from django.urls import path

from vedu.web.objections import editing, views
from vedu.web.shell.retiring import retiring

app_name = "objections"
urlpatterns = [
    path("objections/", views.index, name="index"),
    path("objections/<int:objection_id>/answers", views.offered, name="offered"),
    path("deals/<int:deal_id>/objection-actions", views.actions, name="actions"),
    path("objection-actions/<int:action_id>/ending", views.ending, name="ending"),
    path("objections/ready", editing.ready, name="ready"),
    path("objections/answers/new/", editing.new, name="new"),
    path("objections/answers/<int:pk>/", editing.edit, name="edit"),
    *retiring("objections/answers", "objections:index", editing.found),
]
