"""Measures the product against the physical limit: `vedu bench` and `make bench`."""
