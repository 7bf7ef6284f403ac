from django.urls import path

from vedu.web.preparation import views

app_name = "preparation"
urlpatterns = [
    path("clients/<int:pk>/brief", views.brief, name="brief"),
    path("preparation/", views.index, name="index"),
    path("preparation/rule", views.rule, name="rule"),
    path("preparation/deals", views.deals, name="deals"),
]
