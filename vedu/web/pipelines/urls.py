"""/pipelines/."""

from django.urls import path

from vedu.web.pipelines import deletion_views, editor_views, list_views

app_name = "pipelines"
urlpatterns = [
    path("pipelines/", list_views.index, name="index"),
    path("pipelines/<int:pk>/", editor_views.editor, name="editor"),
    path("pipelines/<int:pk>/archive", list_views.archive, name="archive"),
    path("pipelines/<int:pk>/restoration", list_views.restoration, name="restoration"),
    path("pipelines/<int:pk>/stages", editor_views.stages, name="stages"),
    path("pipelines/<int:pk>/stages/<int:stage_id>/place", editor_views.place, name="place"),
    path("pipelines/<int:pk>/stages/<int:stage_id>/deletion", deletion_views.deletion, name="deletion"),
]
