"""Words for a message (CHAN-7): templates in versions, filled with what is known of a client, sent by the policy."""
