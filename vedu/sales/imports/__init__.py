"""Brings deals in from files, with their clients. Knows our pipelines, not other products' headers."""
