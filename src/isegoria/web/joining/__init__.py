"""Whoever got a letter: with its code they put themselves on the list of the draw."""
