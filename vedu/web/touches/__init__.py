"""Composer, timeline and tasks: parts that the cards of a deal and of a client share. Knows sales, no other screen."""
