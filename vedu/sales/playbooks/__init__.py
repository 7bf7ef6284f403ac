"""Playbooks as data (TALK-1): what to ask and say at each step of a sale, and what clients answered."""
