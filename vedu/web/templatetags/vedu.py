"""Tags of every template: {% load vedu %}."""

from django import template
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.safestring import SafeString

from vedu.foundation.people.user import User
from vedu.web.shell.field import control as bare_control
from vedu.web.shell.field import labelled
from vedu.web.shell.frame import part
from vedu.web.shell.icons import icon_markup
from vedu.web.shell.person import person_markup

register = template.Library()


@register.simple_tag(takes_context=True)
def frame(context: Context, name: str) -> SafeString:
    """{% frame "shell/_rail.html" %}: a part of the shell that is the same for many people."""
    return part(name, context["shell"].frame)


@register.simple_tag
def icon(name: str) -> SafeString:
    """{% icon "phone" %}"""
    return icon_markup(name)


@register.simple_tag
def person(user: User, size: str = "", decorative: bool = False) -> SafeString:
    """{% person user %}, {% person user "m" %}, {% person user size="m" decorative=True %}"""
    return person_markup(user.name, user.pk, size, decorative)


@register.simple_tag
def field(bound: BoundField, help: str = "") -> SafeString:  # noqa: A002 (the word of the templates)
    """{% field form.name %}, {% field form.time_zone help=_("…") %}: label, control, error."""
    return labelled(bound, help)


@register.simple_tag
def control(bound: BoundField, **attrs: str | bool) -> SafeString:
    """{% control form.name placeholder="" %}: the control alone, when the label is elsewhere."""
    return bare_control(bound, **attrs)
