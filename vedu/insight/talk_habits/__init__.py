"""How sellers talk: open questions, what they keep to in talks (TALK-6). A coach for the seller and his head."""
