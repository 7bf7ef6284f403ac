"""/deals/7/playbook, /playbooks/."""

from django.urls import path

from vedu.web.playbooks import editing, views

app_name = "playbooks"
urlpatterns = [
    path("deals/<int:deal_id>/playbook", views.deal, name="deal"),
    path("deals/<int:deal_id>/answers", views.answers, name="answers"),
    path("deals/<int:deal_id>/playbook/choice", views.choice, name="choice"),
    path("playbooks/", editing.index, name="index"),
    path("playbooks/ready", editing.ready, name="ready"),
    path("playbooks/new/", editing.new, name="new"),
    path("playbooks/<int:pk>/", editing.edit, name="edit"),
    path("playbooks/<int:pk>/archive", editing.archive, name="archive"),
]
