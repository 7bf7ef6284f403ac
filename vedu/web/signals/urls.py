"""/deals/7/signals, /signals/."""

from django.urls import path

from vedu.web.shell.retiring import retiring
from vedu.web.signals import editing, views

app_name = "signals"
urlpatterns = [
    path("deals/<int:deal_id>/signals", views.deal, name="deal"),
    path("signals/", editing.index, name="index"),
    path("signals/ready", editing.ready, name="ready"),
    path("signals/<int:pk>/", editing.change, name="change"),
    *retiring("signals", "signals:index", editing.found),
]
