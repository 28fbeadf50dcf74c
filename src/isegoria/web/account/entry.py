"""The links that let people in, where the command line looks for them."""

from isegoria.web.entry import demo_links, entry_link

__all__ = ["demo_links", "entry_link"]
