"""Pipedrive: exports of deals, people and organizations, linked by name. Knows their headers, writes nothing itself."""
