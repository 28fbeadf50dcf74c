"""How a page is listed: its address, its view, who may read it and which acts it can perform.

A route that is not made by `page` is answered by nobody: see access.py.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from isegoria.core.charter import CHARTER, Role

View = Callable[..., HttpResponseBase]
PUBLIC = frozenset({Role.ANYONE})
SIGNED_IN: frozenset[Role] = frozenset()
OFFICE = frozenset({Role.ORGANISER})
STEWARDS = frozenset({Role.ORGANISER, Role.ADMINISTRATOR})
GUARANTORS = frozenset({Role.GUARANTOR})
RECRUITERS = frozenset({Role.RECRUITER})
RECRUITMENT_DESK = frozenset({Role.RECRUITER, Role.ORGANISER})
RELAYS = frozenset({Role.INSTITUTE, Role.PARTNER})
ANSWERING = frozenset({Role.EXPERT, Role.SERVICE, Role.COMMITTEE})
FACILITATION = frozenset({Role.FACILITATOR, Role.ORGANISER})
ATTENDING = frozenset(
    {
        Role.MEMBER,
        Role.EXPERT,
        Role.COMMITTEE,
        Role.GUARANTOR,
        Role.FACILITATOR,
        Role.ORGANISER,
    }
)
FACILITATORS = frozenset({Role.FACILITATOR})
MEMBERS = frozenset({Role.MEMBER})
WATCHERS = frozenset({Role.ORGANISER, Role.GUARANTOR})


@dataclass(frozen=True, slots=True)
class Listed:
    """What the access matrix says of one page. `reads` empty: any signed-in account.

    posts: the page takes a form that performs no act of the charter (signing in, a preview).
    """

    reads: frozenset[Role]
    acts: tuple[str, ...] = ()
    posts: bool = False

    @property
    def writers(self) -> frozenset[Role]:
        """Who may send the page's form: those whom the charter lets act, among its readers."""
        if not self.acts:
            return self.reads if self.posts else frozenset()
        found = frozenset(role for act in self.acts for role in CHARTER[act].by)
        if PUBLIC & found:
            return self.reads
        return found if PUBLIC & self.reads else found & self.reads

    @property
    def takes_forms(self) -> bool:
        return self.posts or bool(self.acts)


PAGES: dict[str, Listed] = {}


def page(
    route: str,
    view: View,
    name: str,
    *,
    reads: frozenset[Role] = PUBLIC,
    acts: Iterable[str] = (),
    posts: bool = False,
) -> URLPattern:
    """List one page. `name` is "audience:page"; the URL is reversed by that name."""
    audience, _, short = name.partition(":")
    listed = Listed(reads=reads, acts=tuple(acts), posts=posts)
    for act in listed.acts:
        CHARTER[act]
    if PAGES.setdefault(name, listed) != listed:
        raise ValueError(f"{name} is listed twice")
    return path(route, view, name=short if audience else name)


def allow(names: Iterable[str], *, reads: frozenset[Role], posts: bool = True) -> None:
    """List pages that a library brings with its own addresses."""
    for name in names:
        PAGES[name] = Listed(reads=reads, posts=posts)


def listed(name: str) -> Any:
    return PAGES.get(name)
