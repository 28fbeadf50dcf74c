from collections.abc import Sequence

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.letters import Letter, Mailing

AT_ONCE = 2_000


@performs("mailing.draw")
def draw_letters(mailing: Mailing, by: By, *, codes: Sequence[tuple[int, str]]) -> Records:
    """codes: for each letter, the place of its stratum and the code that is printed on it."""
    mailing.number = (
        Mailing.objects.filter(relay__channel__convention=mailing.in_convention()).count() + 1
    )
    mailing.count, mailing.drawn_at = len(codes), by.at
    return {
        "number": mailing.number,
        "count": mailing.count,
        "register_sha256": mailing.register_sha256,
    }


def keep_codes(mailing: Mailing, codes: Sequence[tuple[int, str]]) -> None:
    """Digests of the codes, once the mailing itself is written."""
    where = mailing.in_convention().pk
    Letter.objects.bulk_create(
        [
            Letter(mailing=mailing, stratum=stratum, digest=keyring.mark(where, "letter", code))
            for stratum, code in codes
        ],
        batch_size=AT_ONCE,
    )


def letter_of(convention_key: object, code: str) -> Letter | None:
    """The letter that carries this code, if nobody has answered with it yet."""
    return Letter.objects.filter(
        digest=keyring.mark(convention_key, "letter", code),  # type: ignore[arg-type]
        answered_on=None,
    ).first()
