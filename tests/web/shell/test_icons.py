from django.template import Context, Template

from vedu.web.shell.icons import icon_markup


def test_an_icon_points_into_the_sprite_and_is_silent() -> None:
    assert icon_markup("phone") == (
        '<svg class="v-i" aria-hidden="true"><use href="/static/vendor/icons.svg#phone"/></svg>'
    )


def test_the_tag_gives_the_same_icon() -> None:
    assert Template('{% load vedu %}{% icon "phone" %}').render(Context()) == icon_markup("phone")


def test_a_name_cannot_break_out_of_the_attribute() -> None:
    assert "<script>" not in icon_markup('"><script>')
