"""Screens of playbooks: the questions beside a deal, and the head's editor."""
