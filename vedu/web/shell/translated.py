"""Django's i18n tags, of which ``translate`` remembers what it said: a page says forty constant strings, and looking
each up anew took a tenth of its time."""

from typing import Any

from django import template
from django.template import Context
from django.template.base import Node, Parser, Token
from django.templatetags import i18n
from django.utils.translation import get_language

register = template.Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)


class Said(Node):
    """A constant string in each of the languages, from its first rendering on."""

    def __init__(self, node: i18n.TranslateNode) -> None:
        self.node, self.asvar = node, node.asvar
        self._texts: dict[str | None, Any] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        text = self._texts.get(language)
        if text is None:
            text = self._texts[language] = self._rendered(context)
        if self.asvar is None:
            return str(text)
        context[self.asvar] = text
        return ""

    def _rendered(self, context: Context) -> Any:
        rendered = self.node.render(context)
        return context[self.asvar] if self.asvar else rendered


@register.tag("translate")
@register.tag("trans")
def translate(parser: Parser, token: Token) -> Node:
    """{% translate "Text" [context "…"] [noop] [as name] %}; what is not constant goes Django's way."""
    node = i18n.do_translate(parser, token)
    return Said(node) if _is_constant(node) else node


def _is_constant(node: i18n.TranslateNode) -> bool:
    """One literal without filters, its context a literal too."""
    said, context = node.filter_expression, node.message_context
    is_literal = getattr(said.var, "literal", None) is not None and not said.filters
    return is_literal and (context is None or (isinstance(context.var, str) and not context.filters))
