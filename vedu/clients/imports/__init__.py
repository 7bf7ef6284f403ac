"""Brings clients in from files: reads, maps, matches, writes, undoes. Knows no deals and no other product's headers."""
