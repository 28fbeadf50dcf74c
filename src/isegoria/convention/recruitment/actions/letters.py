from collections.abc import Sequence

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import LETTERS
from isegoria.convention.recruitment.letters import Letter, Mailing
from isegoria.convention.recruitment.mailings import CODE
from isegoria.core.chance import Chance

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
        "seed": mailing.seed,
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


def send(mailing: Mailing, by: By, *, codes: Sequence[tuple[int, str]]) -> Mailing:
    """The mailing and the digests of its codes, written together or not at all."""
    with under_lock(mailing):
        draw_letters(mailing, by, codes=codes)
        keep_codes(mailing, codes)
    return mailing


def new_codes(convention: Convention, count: int) -> list[str]:
    """Codes that no letter carries, all different: 30⁸, about 2³⁹, that nobody can guess."""
    chance = Chance(keyring.drawn(32).hex())
    found: set[str] = set()
    while len(found) < count:
        wanted = min(AT_ONCE, count - len(found))
        made = {
            "".join(LETTERS[chance.below(len(LETTERS))] for _n in range(CODE))
            for _m in range(wanted)
        }
        digests = {keyring.mark(convention.pk, "letter", code): code for code in made}
        taken = Letter.objects.filter(digest__in=list(digests)).values_list("digest", flat=True)
        found |= made - {digests[digest] for digest in taken}
    return chance.shuffled(sorted(found))


def letter_of(convention_key: object, code: str) -> Letter | None:
    """The letter that carries this code, if nobody has answered with it yet."""
    return Letter.objects.filter(
        digest=keyring.mark(convention_key, "letter", code),  # type: ignore[arg-type]
        answered_on=None,
    ).first()
