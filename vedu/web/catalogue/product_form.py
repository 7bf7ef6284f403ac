"""A product as a head describes it."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.installation import main_currency
from vedu.foundation.people.roles import LEADING
from vedu.foundation.people.user import User
from vedu.foundation.values.currencies import CURRENCIES
from vedu.foundation.values.money import Money
from vedu.foundation.values.money_text import money_text
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.product import Product


class ProductForm(forms.Form):
    """A category is typed: one of those that are there, or a new one."""

    name = forms.CharField(label=pgettext_lazy("product", "Name"), required=False)
    sku = forms.CharField(label=_("Code"), required=False)
    category = forms.CharField(
        label=pgettext_lazy("product", "Category"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"list": "product-categories", "autocomplete": "off"}),
    )
    price = forms.CharField(
        label=_("Catalogue price of a unit"), required=False, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    unit = forms.CharField(label=_("Unit"), required=False, help_text=_("pcs, pack, roll, kg"))
    about = forms.CharField(
        label=_("What it is, in one sentence"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    responsible = forms.ModelChoiceField(
        label=_("Who answers for it"), queryset=User.objects.none(), required=False, empty_label=_("nobody yet")
    )
    review_days = forms.IntegerField(
        label=_("Review what is known once in so many days"),
        required=False,
        help_text=_("Empty: no reminders. Whoever answers for the product is reminded on the day."),
        widget=forms.NumberInput(attrs={"min": 1}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        heads = User.objects.filter(is_active=True, role__in=LEADING).order_by("last_name", "first_name")
        self.fields["responsible"].queryset = heads  # type: ignore[attr-defined]

    @classmethod
    def of(cls, product: Product, language: str) -> Self:
        price = product.list_price
        facts = {
            name: getattr(product, name) for name in ("name", "sku", "unit", "about", "responsible", "review_days")
        }
        typed = money_text(price.amount, price.currency, language) if price else ""
        category = product.category.name if product.category else ""
        return cls(initial=facts | {"price": typed, "category": category})

    @property
    def categories(self) -> list[str]:
        return list(Category.objects.values_list("name", flat=True))

    @property
    def currencies(self) -> str:
        return ", ".join(currency.sign for currency in CURRENCIES.values())

    def clean_price(self) -> Money | None:
        text = self.cleaned_data["price"].strip()
        if not text:
            return None
        try:
            return Money.parse(text, main_currency())
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error

    def facts(self, by: User) -> dict[str, Any]:
        """As the verbs of a product take them. Call inside a transaction: a new category is made."""
        name = self.cleaned_data["category"]
        return {**self.cleaned_data, "category": Category.called(name, by=by) if name.strip() else None}
