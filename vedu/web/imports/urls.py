"""/imports/"""

from django.urls import path

from vedu.web.imports import list_views, run_views

app_name = "imports"
urlpatterns = [
    path("imports/", list_views.index, name="index"),
    path("imports/<int:pk>/", run_views.run, name="run"),
    path("imports/<int:pk>/mapping", run_views.mapping, name="mapping"),
    path("imports/<int:pk>/start", run_views.start, name="start"),
    path("imports/<int:pk>/undoing", run_views.undoing, name="undoing"),
    path("imports/<int:pk>/removal", run_views.removal, name="removal"),
    path("imports/<int:pk>/refused.csv", run_views.refused, name="refused"),
]
