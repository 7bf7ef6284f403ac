"""What a client is to us by the facts: base kind, lifecycle, rhythm, RFM. What was bought is told from above."""
