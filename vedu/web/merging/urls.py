"""/clients/<id>/merges and /merges/<id>/undoing."""

from django.urls import path

from vedu.web.merging import views

app_name = "merging"
urlpatterns = [
    path("clients/<int:pk>/merges", views.merges, name="merges"),
    path("clients/<int:pk>/merges/others", views.others, name="others"),
    path("merges/<int:pk>/undoing", views.undoing, name="undoing"),
]
