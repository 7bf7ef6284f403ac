"""One search box over everything: knows words and digits to look for, nothing of what they stand for."""
