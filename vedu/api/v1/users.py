"""Colleagues, and who you are."""

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import BaseModel

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.shapes.values import Page
from vedu.foundation.people.roles import Role, Visibility
from vedu.foundation.people.user import User

router = Router(tags=["users"])


class UserOut(BaseModel):
    id: int
    login: str
    name: str
    role: Role
    team: int | None
    team_name: str | None
    is_active: bool


class MeOut(UserOut):
    """``sees``: how far you see. ``is_leading``: you may override rules, with a reason."""

    email: str
    sees: Visibility
    is_leading: bool
    language: str
    time_zone: str


@router.get("/users", response=Page[UserOut])
def list_users(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """The colleagues whose work you see, and you."""
    colleagues = User.objects.seen_by(request.user).select_related("team")
    return page(request, paging, colleagues, each(_user), ("id",))


@router.get("/users/me", response=MeOut)
def get_me(request: ApiRequest) -> HttpResponse:
    """The person whose token or session this is."""
    me = request.user
    mine = {"email": me.email, "sees": me.sees, "is_leading": me.is_leading}
    return answer(_user(me) | mine | {"language": me.language, "time_zone": me.time_zone})


def _user(user: User) -> Json:
    return {
        "id": user.pk,
        "login": user.username,
        "name": user.name,
        "role": user.role,
        "team": user.team_id,
        "team_name": user.team.name if user.team else None,
        "is_active": user.is_active,
    }
