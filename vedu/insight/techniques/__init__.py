"""What works (TALK-7): win rates by technique, question and argument. Reads deals, keeps what it counts every night."""
