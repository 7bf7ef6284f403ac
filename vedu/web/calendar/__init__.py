"""The calendar: a person's tasks and the hours of his colleagues, and the feed for calendars outside."""
