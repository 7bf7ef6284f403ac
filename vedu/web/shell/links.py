"""Django's tags ``url`` and ``static``: what is constant in them is looked up once. The page of a deal has forty of
them, which took a tenth of its time."""

from django import template
from django.template import Context
from django.template.base import FilterExpression, Node, Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.templatetags import static as django_static
from django.urls import NoReverseMatch

from vedu.web.shell.address import address_of

register = template.Library()
register.tags.update(django_static.register.tags)


class Address(Node):
    """Of a view that is named in the template; its ids come from the context."""

    def __init__(self, node: URLNode) -> None:
        self.name, self.parts, self.asvar = str(node.view_name.var), node.args, node.asvar

    def render(self, context: Context) -> str:
        parts = [part.resolve(context) for part in self.parts]
        if self.asvar is None:
            return address_of(self.name, *parts)
        try:
            context[self.asvar] = address_of(self.name, *parts)
        except NoReverseMatch:
            context[self.asvar] = ""
        return ""


class File(Node):
    """A file of our own, named in the template."""

    def __init__(self, node: django_static.StaticNode) -> None:
        self.node, self._address = node, ""

    def render(self, context: Context) -> str:
        self._address = self._address or self.node.render(context)
        return self._address


@register.tag
def url(parser: Parser, token: Token) -> Node:
    """{% url "deal:card" deal.pk [as name] %}; with named parts or a view that is not constant, as Django does it."""
    node = django_url(parser, token)
    return Address(node) if _is_constant(node.view_name) and not node.kwargs else node


@register.tag
def static(parser: Parser, token: Token) -> Node:
    """{% static "deal.css" %}"""
    node = django_static.do_static(parser, token)
    return File(node) if _is_constant(node.path) and node.varname is None else node


def _is_constant(said: FilterExpression) -> bool:
    return isinstance(said.var, str) and not said.filters
