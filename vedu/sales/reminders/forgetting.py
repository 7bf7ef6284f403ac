"""Rows that have told what they were kept for."""

from datetime import timedelta

from django.utils import timezone

from vedu.sales.reminders.reminder import Reminder

KEPT = timedelta(days=60)


def forget_old_reminders() -> int:
    """A task of two months ago is not told of again by any rule. Answers how many rows went."""
    return Reminder.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]
