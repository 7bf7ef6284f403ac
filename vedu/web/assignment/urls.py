"""/reassignments/, /assignment-rules/ and /territories/."""

from django.urls import include, path

from vedu.web.assignment import reassign_views, rule_views, territory_views

reassignments = [
    path("", reassign_views.index, name="index"),
    path("new/", reassign_views.new, name="new"),
    path("<int:pk>/", reassign_views.run, name="run"),
    path("<int:pk>/undoing", reassign_views.undoing, name="undoing"),
]
rules = [
    path("", rule_views.index, name="index"),
    path("new/", rule_views.new, name="new"),
    path("<int:pk>/", rule_views.change, name="change"),
    path("<int:pk>/switch", rule_views.switch, name="switch"),
    path("<int:pk>/place", rule_views.place, name="place"),
    path("<int:pk>/removal", rule_views.removal, name="removal"),
]
territories = [
    path("", territory_views.index, name="index"),
    path("new/", territory_views.new, name="new"),
    path("<int:pk>/", territory_views.change, name="change"),
    path("<int:pk>/removal", territory_views.removal, name="removal"),
    path("people/<int:pk>/", territory_views.skills, name="skills"),
]
urlpatterns = [
    path("reassignments/", include((reassignments, "reassignments"))),
    path("assignment-rules/", include((rules, "assignment_rules"))),
    path("territories/", include((territories, "territories"))),
]
