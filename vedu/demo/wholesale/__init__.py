"""The world `wholesale`: a Russian packaging wholesaler with 12 people and two years of history."""

from vedu.demo.wholesale.world import SMALL, build

__all__ = ["SMALL", "build"]
