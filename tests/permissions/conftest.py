"""The scene is played once for all routes: each try is taken back, so the next one finds it as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.permissions.scene import NOON, Scene, play
from tests.permissions.trying import Trier


@pytest.fixture(scope="module")
def scene(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    folder: Path = tmp_path_factory.mktemp("imports")
    with django_db_blocker.unblock(), time_machine.travel(NOON, tick=False), transaction.atomic():
        yield play(folder)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def trier(scene: Scene) -> Trier:
    return Trier(scene)
