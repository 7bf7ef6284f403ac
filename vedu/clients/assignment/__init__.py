"""Whom a new client goes to: territories, specialisations and rules (OWN-8). Knows clients and people, not deals."""
