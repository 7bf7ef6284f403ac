from django.urls import path

from vedu.web.client_base import point_views, views

app_name = "client_base"
urlpatterns = [
    path("base/", views.index, name="index"),
    path("base/points/", point_views.points, name="points"),
    path("base/points/<int:pk>/", point_views.point, name="point"),
    path("base/points/<int:pk>/closing", point_views.closing, name="closing"),
]
