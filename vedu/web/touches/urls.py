"""Addresses of timelines, of a client's composer and of the verbs of a task."""

from django.urls import path

from vedu.web.touches import task_views, views

app_name = "touches"
urlpatterns = [
    path("deals/<int:deal_id>/timeline", views.deal_timeline, name="deal_timeline"),
    path("clients/<int:client_id>/timeline", views.client_timeline, name="client_timeline"),
    path("clients/<int:client_id>/touches", views.client_touches, name="client"),
    path("tasks/<int:task_id>/completion", task_views.completion, name="completion"),
    path("tasks/<int:task_id>/due", task_views.due, name="due"),
]
