"""/absences/"""

from django.urls import path

from vedu.web.absences import views

app_name = "absences"
urlpatterns = [
    path("absences/", views.index, name="index"),
    path("absences/<int:pk>/end", views.end, name="end"),
]
