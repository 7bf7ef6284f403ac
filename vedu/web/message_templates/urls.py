"""/message-templates/, /deals/7/message, /clients/7/message, /me/profile."""

from django.urls import path

from vedu.web.message_templates import editing, profile_views, views, writing_views
from vedu.web.shell.retiring import retiring

app_name = "message_templates"
urlpatterns = [
    path("message-templates/", views.index, name="index"),
    path("message-templates/ready", editing.ready, name="ready"),
    path("message-templates/new/", editing.new, name="new"),
    path("message-templates/<int:pk>/", editing.edit, name="edit"),
    path("message-templates/preview", editing.preview, name="preview"),
    *retiring("message-templates", "message_templates:index", editing.found),
    path("deals/<int:pk>/message", writing_views.of_deal, name="of_deal"),
    path("clients/<int:pk>/message", writing_views.of_client, name="of_client"),
    path("clients/<int:pk>/message/advice", writing_views.advice, name="advice"),
    path("me/profile", profile_views.profile, name="profile"),
]
