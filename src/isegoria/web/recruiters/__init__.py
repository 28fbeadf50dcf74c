"""The recruitment officer’s pages, and nobody else’s: people, the draw, the life of the panel."""
