"""Consent, other grounds, opt-outs and the rights of the people we keep data of (BASE-9).

Knows clients and their people; what floors above keep of a person it finds by foreign keys, and imports none of them.
It keeps what was said, and by the days and texts that a company sets itself; it never says that something is legal.
"""
