"""A member of the panel: the door that a card opens, and what to do next."""
