"""The controls of forms put together in Python: Django renders each through three templates, which takes a
millisecond, and an editor has fifty of them. The markup is Django's own (a test compares them); what is not known
here goes its usual way. Named in the settings as FORM_RENDERER."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]
Group = tuple[str | None, list[Widget], int]
WIDGETS = "django/forms/widgets/"


class QuickWidgets(DjangoTemplates):
    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        quick = QUICK.get(template_name)
        return mark_safe(quick(context["widget"])) if quick else super().render(template_name, context, request)


def _said(value: object) -> str:
    return value if isinstance(value, SafeString) else escape(str(value))


def _attributes(widget: Widget) -> str:
    """In their order; True stands without a value, False not at all."""
    return "".join(
        f" {_said(name)}" if value is True else f' {_said(name)}="{_said(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{_said(widget["value"])}"'
    return f'<input type="{widget["type"]}" name="{_said(widget["name"])}"{value}{_attributes(widget)}>'


def _text(widget: Widget) -> str:
    value = _said(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{_said(widget["name"])}"{_attributes(widget)}>\n{value}</textarea>'


def _select(widget: Widget) -> str:
    options = "".join(map(_group, widget["optgroups"]))
    return f'<select name="{_said(widget["name"])}"{_attributes(widget)}>{options}</select>'


def _group(group: Group) -> str:
    name, options, _place = group
    inside = "".join(map(_option, options))
    return f'<optgroup label="{_said(name)}">{inside}</optgroup>' if name else inside


def _option(option: Widget) -> str:
    return f'<option value="{_said(option["value"])}"{_attributes(option)}>{_said(option["label"])}</option>'


def _choices(widget: Widget) -> str:
    """Check boxes and radio buttons, each in its label."""
    about = {name: widget["attrs"][name] for name in ("id", "class") if widget["attrs"].get(name)}
    return f"<div{_attributes({'attrs': about})}>{''.join(map(_choice_group, widget['optgroups']))}</div>"


def _choice_group(group: Group) -> str:
    name, options, _place = group
    inside = "".join(f"<div>{_choice(option)}</div>" for option in options)
    return f"<div><label>{_said(name)}</label>{inside}</div>" if name else inside


def _choice(option: Widget) -> str:
    if not option.get("wrap_label"):
        return _input(option)
    target = f' for="{_said(option["attrs"]["id"])}"' if option["attrs"].get("id") else ""
    return f"<label{target}>{_input(option)} {_said(option['label'])}</label>"


INPUTS = "text number email url tel search password hidden date time datetime checkbox".split()
QUICK: dict[str, Callable[[Widget], str]] = {
    **{f"{WIDGETS}{name}.html": _input for name in INPUTS},
    f"{WIDGETS}textarea.html": _text,
    f"{WIDGETS}select.html": _select,
    f"{WIDGETS}radio.html": _choices,
    f"{WIDGETS}checkbox_select.html": _choices,
    f"{WIDGETS}radio_option.html": _choice,
    f"{WIDGETS}checkbox_option.html": _choice,
}
