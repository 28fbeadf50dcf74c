"""How rights are written and how a right is decided. Nothing here knows a particular act."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from string import Formatter

from isegoria.core.charter.words import Audience, Role, Window

STAYS = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that may be done to one kind of subject.

    name: "kind.verb"; the kind is the subject's. by: the roles that may do it, in the order in
    which a person who holds several is taken to act. during: open windows of which one is
    needed; empty means at any time. from_states: states it may start from; empty means any.
    to_state: where it leads, or STAYS. given: facts that must hold. seen_by: who can see that
    it was done. records: the only fields that the journal may keep. label: the button's words.
    tells: the journal's sentence. shows: what doing it makes public, said before it is done.
    nameless: the roles whose hand is kept nowhere, not even in private.
    """

    name: str
    by: tuple[Role, ...]
    during: frozenset[Window]
    from_states: frozenset[str]
    to_state: str
    given: tuple[str, ...]
    seen_by: Audience
    records: frozenset[str]
    label: str
    tells: str
    shows: str = ""
    nameless: frozenset[Role] = frozenset()

    @property
    def kind(self) -> str:
        return self.name.partition(".")[0]

    @property
    def creates(self) -> bool:
        return self.from_states == {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is true when an act is asked for."""

    roles: frozenset[Role]
    windows: frozenset[Window]
    state: str
    facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """An answer that always says why. `code` is one of chartered, wrong_role, closed_window,
    wrong_state or missing_fact; `about` is what the code is about; `role` is the one acted in."""

    allowed: bool
    code: str
    about: tuple[str, ...] = ()
    role: Role = Role.ANYONE

    def __bool__(self) -> bool:
        return self.allowed


def act(
    name: str,
    *,
    by: Collection[Role],
    label: str,
    tells: str,
    during: Collection[Window] = (),
    moves: tuple[str | Collection[str], str] = ((), STAYS),
    given: Collection[str] = (),
    seen_by: Audience = Audience.PUBLIC,
    records: Collection[str] = (),
    shows: str = "",
    nameless: Collection[Role] = (),
) -> Act:
    """Write one act of the charter; see Act for the meaning of each word."""
    before, after = moves
    return Act(
        name=name,
        by=tuple(by),
        during=frozenset(during),
        from_states=frozenset({before} if isinstance(before, str) else before),
        to_state=after,
        given=tuple(given),
        seen_by=seen_by,
        records=frozenset(records),
        label=label,
        tells=tells,
        shows=shows,
        nameless=frozenset(nameless),
    )


@dataclass(frozen=True, slots=True)
class Charter:
    """A named set of acts: the whole of what may be done in a convention."""

    name: str
    acts: dict[str, Act] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, acts: Iterable[Act]) -> "Charter":
        """The charter of these acts. Raises ValueError, with why, when they contradict each other."""
        written: dict[str, Act] = {}
        for one in acts:
            if one.name in written:
                raise ValueError(f"{one.name} is written twice in the charter")
            written[one.name] = one
        charter = cls(name, written)
        if wrong := list(charter.contradictions()):
            raise ValueError("; ".join(wrong))
        return charter

    def contradictions(self) -> Iterator[str]:
        """What cannot be meant: an act without a doer, a state out of reach, a field not kept."""
        for one in self:
            reached = {other.to_state for other in self.about(one.kind)} | {""}
            if not all(one.name.partition(".")):
                yield f"“{one.name}” is not written kind.verb"
            yield from _doers(one)
            if one.creates and one.to_state == STAYS:
                yield f"{one.name} creates something without a state"
            if not one.creates and "" in one.from_states:
                yield f"{one.name} both creates and changes"
            if stray := set(one.from_states) - reached:
                yield f"{one.name} starts from {', '.join(sorted(stray))}, where nothing leads"
            if stray := _told(one.tells) - one.records - {"by", "subject"}:
                yield f"{one.name} tells {', '.join(sorted(stray))}, which it does not record"

    def __getitem__(self, name: str) -> Act:
        return self.acts[name]

    def __iter__(self) -> Iterator[Act]:
        return iter(self.acts.values())

    def about(self, kind: str) -> list[Act]:
        """The acts whose subject is of this kind."""
        return [one for one in self if one.kind == kind]

    def states(self, kind: str) -> tuple[str, ...]:
        """Every state that a subject of this kind can be in, sorted."""
        states = {state for one in self.about(kind) for state in one.from_states}
        states |= {one.to_state for one in self.about(kind)}
        return tuple(sorted(states - {"", STAYS}))

    def decide(self, name: str, now: Situation) -> Decision:
        """May it be done? Looks at the role, then the window, the state and the facts."""
        wanted = self.acts[name]
        role = next((role for role in wanted.by if role in now.roles), None)
        if role is None:
            return Decision(False, "wrong_role", tuple(wanted.by))
        if wanted.during and not wanted.during & now.windows:
            return Decision(False, "closed_window", tuple(sorted(wanted.during)))
        if wanted.from_states and now.state not in wanted.from_states:
            return Decision(False, "wrong_state", (now.state,))
        if missing := [fact for fact in wanted.given if fact not in now.facts]:
            return Decision(False, "missing_fact", tuple(missing))
        return Decision(True, "chartered", role=role)


def _doers(one: Act) -> Iterator[str]:
    if not one.by:
        yield f"{one.name} may be done by nobody"
    if stray := one.nameless - set(one.by):
        yield f"{one.name} forgets the hand of {', '.join(sorted(stray))}, who may not do it"


def _told(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
