"""/segments/."""

from django.urls import path

from vedu.web.segments import views

app_name = "segments"
urlpatterns = [
    path("segments/", views.index, name="index"),
    path("segments/new/", views.new, name="new"),
    path("segments/<int:pk>/", views.edit, name="edit"),
    path("segments/<int:pk>/removal", views.removal, name="removal"),
]
