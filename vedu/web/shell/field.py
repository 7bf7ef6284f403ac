"""A form's field as a labelled control in our look, its error or help under it."""

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

# Widgets that the browser draws by itself.
PLAIN = (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple, forms.FileInput)
CHECK = '<div><label class="v-check">{}<span>{}</span></label>{}</div>'


def control(field: BoundField, **attrs: str | bool) -> SafeString:
    """The widget with the class of our controls; the server's error makes it red for the eye and the ear."""
    if not isinstance(field.field.widget, PLAIN):
        attrs["class"] = f"v-field {field.field.widget.attrs.get('class', '')}".strip()
    return field.as_widget(attrs=attrs)


def labelled(field: BoundField, help_text: str = "") -> SafeString:
    """Label, control, then the error, else the help. A checkbox stands before its words."""
    note = _note(field, help_text or str(field.help_text))
    if isinstance(field.field.widget, forms.CheckboxInput):
        return format_html(CHECK, control(field), field.label, note)
    label = format_html('<label for="{}">{}</label>', field.id_for_label, field.label)
    return format_html('<div class="v-label">{}{}{}</div>', label, control(field), note)


def _note(field: BoundField, help_text: str) -> SafeString:
    if field.errors:
        sentences = " ".join(str(error) for error in field.errors)
        return format_html('<span class="v-bad" id="{}_error">{}</span>', field.auto_id, sentences)
    if help_text:
        return format_html('<span class="v-help-text" id="{}_helptext">{}</span>', field.auto_id, help_text)
    return SafeString("")
