"""The library of answers to objections, and what is given to remove a doubt (TALK-4). How well they work is known
above, in insight."""
