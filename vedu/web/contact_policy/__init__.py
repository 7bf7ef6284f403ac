"""How hard a client is pressed, may he be reached now, and the rules of that, tried before they hold (CHAN-2)."""
