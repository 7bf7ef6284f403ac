"""/sequences/, /enrolments/7/stop, /deals/7/sequence, /clients/7/sequence."""

from django.urls import path

from vedu.web.sequences import editing, enrolling_views, panel_views, views
from vedu.web.shell.retiring import retiring

app_name = "sequences"
urlpatterns = [
    path("sequences/", views.index, name="index"),
    path("sequences/ready", editing.ready, name="ready"),
    path("sequences/new/", editing.new, name="new"),
    path("sequences/<int:pk>/", views.card, name="card"),
    path("sequences/<int:pk>/edit/", editing.edit, name="edit"),
    path("sequences/<int:pk>/enrolment", enrolling_views.enrolment, name="enrolment"),
    *retiring("sequences", "sequences:index", editing.found),
    path("deals/<int:pk>/sequence", panel_views.of_deal, name="of_deal"),
    path("clients/<int:pk>/sequence", panel_views.of_client, name="of_client"),
    path("enrolments/<int:pk>/<str:word>", panel_views.word, name="word"),
]
