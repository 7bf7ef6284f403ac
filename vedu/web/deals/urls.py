"""Addresses of the board, the list, new deals, moves and bulk actions."""

from django.urls import path

from vedu.web.deals import ways
from vedu.web.deals.batch import views as batch_views
from vedu.web.deals.board import views as board_views
from vedu.web.deals.listing import views as list_views
from vedu.web.deals.moves import views as move_views
from vedu.web.deals.opening import views as new_views

__all__ = ["ways"]  # registers the way on after a refusal

app_name = "deals"
urlpatterns = [
    path("deals/", board_views.board, name="index"),
    path("deals/columns/<int:stage_id>/", board_views.column, name="column"),
    path("deals/list/", list_views.deals, name="list"),
    path("deals/new/", new_views.new, name="new"),
    path("deals/new/clients", new_views.clients, name="clients"),
    path("deals/batches/<slug:code>", batch_views.batch, name="batches"),
    path("deals/<int:deal_id>/moves", move_views.moves, name="moves"),
]
