"""/calendar/ and the feed for calendars outside."""

from django.urls import path

from vedu.web.calendar import feed_views, views

app_name = "calendar"
urlpatterns = [
    path("calendar/", views.index, name="index"),
    path("calendar/steps/new/", views.plan, name="plan"),
    path("calendar/<str:secret>.ics", feed_views.feed, name="feed"),
    path("me/calendar", feed_views.feed_address, name="feed-address"),
]
