"""The furniture: tokens, components, base pages."""
