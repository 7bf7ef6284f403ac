"""amoCRM: exports of deals and of contacts. Knows their headers, writes nothing itself."""
