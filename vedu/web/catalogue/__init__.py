"""Screens of the catalogue: products and what is known of them, the short check, who is ready to present what."""
