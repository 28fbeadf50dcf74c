"""The public book: canonical entries in a hash tree that anyone can compute again."""
