"""Several clients at once (DAY-2): pinned deals, and the cards that were opened last, which only the browser keeps."""
