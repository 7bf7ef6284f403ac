"""The register of models that stand in the rooms of this floor."""

from vedu.foundation.search.entry import SearchEntry

__all__ = ["SearchEntry"]
