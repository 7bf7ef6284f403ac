"""The frame around every screen: base template, icons, people, keys, language, refusals. Knows no screen's content."""
