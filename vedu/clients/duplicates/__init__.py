"""Clients that are probably one and the same (BASE-5): finding them, and what people decide of them. Knows the client
base and nothing above it; how texts are compared stands in linkage/, which knows no client."""
