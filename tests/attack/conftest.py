"""The cast at the API, as its own tests have it."""

from tests.api.conftest import anna

__all__ = ["anna"]
