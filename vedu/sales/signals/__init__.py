"""Buying signals: what clients do before they buy, noted on a deal, and how ready it is by them (TALK-5)."""
