"""/inquiry/, a step each: /inquiry/7/needs. /inquiry/speed/ for heads."""

from django.urls import path

from vedu.web.inquiry import begin_views, side_views, speed_views, step_views

app_name = "inquiry"
urlpatterns = [
    path("inquiry/", begin_views.index, name="index"),
    path("inquiry/who", begin_views.who, name="who"),
    path("inquiry/speed/", speed_views.speed, name="speed"),
    path("inquiry/<int:pk>/", step_views.show, name="show"),
    path("inquiry/<int:pk>/greeting", step_views.greeting, name="greeting"),
    path("inquiry/<int:pk>/needs", step_views.needs, name="needs"),
    path("inquiry/<int:pk>/products", step_views.products, name="products"),
    path("inquiry/<int:pk>/extra", step_views.extra, name="extra"),
    path("inquiry/<int:pk>/order", step_views.order, name="order"),
    path("inquiry/<int:pk>/farewell", step_views.farewell, name="farewell"),
    path("inquiry/<int:pk>/loss", side_views.loss, name="loss"),
    path("inquiry/<int:pk>/later", side_views.later, name="later"),
    path("inquiry/<int:pk>/introduction", side_views.introduction, name="introduction"),
    path("inquiry/<int:pk>/draft", side_views.draft, name="draft"),
    path("inquiry/<int:pk>/card", side_views.card, name="card"),
]
