"""For whom a page is made: queries take a viewer, so that nobody reads what is not theirs."""

from dataclasses import dataclass
from datetime import datetime

from isegoria.convention.people.models import Account
from isegoria.core.charter import READERS, Audience, Role

OFFICE = READERS[Audience.OFFICE]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who reads, with the roles they hold here, at an instant."""

    account: Account | None
    roles: frozenset[Role]
    at: datetime

    @property
    def audiences(self) -> frozenset[Audience]:
        """What was done for which audiences they may see."""
        return frozenset(one for one in Audience if READERS[one] & self.roles)

    def is_any(self, *roles: Role) -> bool:
        return bool(self.roles & set(roles))

    @property
    def in_office(self) -> bool:
        """Sees work in progress: organisers and guarantors."""
        return bool(self.roles & OFFICE)
