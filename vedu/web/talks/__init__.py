"""The screen on how sellers talk: open questions, what they keep to."""
