"""Where the page of a deal stands: right under the board. Rows by the hundred cannot afford reverse() for each."""

from django.urls import reverse


def deal_address(pk: int) -> str:
    return f"{reverse('deals:index')}{pk}/"
