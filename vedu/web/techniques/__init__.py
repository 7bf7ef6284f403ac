"""The screen on what works: win rates by technique, question, argument and answer."""
