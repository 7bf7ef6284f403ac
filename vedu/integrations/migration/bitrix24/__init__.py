"""Bitrix24: exports of deals and of leads. Knows their headers, writes nothing itself."""
