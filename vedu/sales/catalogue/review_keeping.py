"""TALK-3 by the clock: who answers for a product is told on the day when it is to be read again. May run twice."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from vedu.foundation.people.calendar_day import is_working_time
from vedu.foundation.people.notice import News, Notice
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.sales.catalogue.product import Product


def keep_reviews(at: datetime | None = None) -> int:
    """The job, in working time only. Tells of each review once; answers how many are due."""
    at = at or timezone.now()
    if not is_working_time(at):
        return 0
    due = list(Product.objects.review_due(at).select_related("responsible"))
    if due:
        instead = list(User.objects.filter(is_active=True, role=Role.OWNER))
        Notice.send((news for product in due for news in _news(product, instead)), at=at)
    return len(due)


def _news(product: Product, instead: list[User]) -> Iterable[News]:
    """To the owners of the business where nobody answers for it, or he works here no more."""
    answers = product.responsible
    people = [answers] if answers and answers.is_active and answers.is_leading else instead
    data = {"product": product.pk, "name": product.name, "on": product.review_due_on}
    key = f"{product.pk}:{product.review_due_on}"
    return [News(person.pk, "product.review_due", key, data) for person in people]
