"""Whose turn comes first."""

from django.db import models


class Turn(models.IntegerChoices):
    """Of those that may be called: promised to the client, due again, not called yet."""

    PROMISED = 0
    AGAIN = 1
    FRESH = 2
