"""Cold calling (CHAN-5): a queue of clients, each in one caller's hands at a time, and what came of every attempt."""
