"""How well the answers of the library work (TALK-4). Reads replies and deals; every night keeps what it has learned."""
