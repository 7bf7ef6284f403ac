"""Persistent, never annoying (CHAN-2): one decision about reaching a client, for every channel, colleague and entry."""
