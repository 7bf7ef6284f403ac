"""Screens of buying signals: what was seen on a deal and how ready it is, and the head's checklist."""
