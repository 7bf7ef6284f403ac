"""The import assistant: a file, what it means, what will come of it, the run itself and its undoing."""
