from collections.abc import Collection, Sequence

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import LETTERS
from isegoria.convention.recruitment.letters import Letter, Mailing, Written, key_of_written
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
        "left_out": mailing.left_out,
        "register_sha256": mailing.register_sha256,
        "seed": mailing.seed,
    }


@performs("mailing.remind")
def remind(mailing: Mailing, by: By, *, unanswered: int) -> Records:
    """A second letter to those that nobody answered."""
    mailing.reminded, mailing.reminded_at = unanswered, by.at
    return {"number": mailing.number, "count": unanswered}


def send(
    mailing: Mailing,
    by: By,
    *,
    codes: Sequence[tuple[int, str]],
    places: Collection[str] = (),
) -> Mailing:
    """The mailing, the digests of its codes, and apart from them those of where its letters go,
    written together or not at all."""
    with under_lock(mailing):
        draw_letters(mailing, by, codes=codes)
        _keep_codes(mailing, codes)
        _keep_places(mailing.in_convention(), places)
    return mailing


def _keep_codes(mailing: Mailing, codes: Sequence[tuple[int, str]]) -> None:
    """In the order of the digests: that of the register would lead from a letter to its line."""
    where = mailing.in_convention().pk
    marks = sorted((keyring.mark(where, "letter", code), stratum) for stratum, code in codes)
    Letter.objects.bulk_create(
        [Letter(mailing=mailing, stratum=stratum, digest=mark) for mark, stratum in marks],
        batch_size=AT_ONCE,
    )


def _keep_places(convention: Convention, places: Collection[str]) -> None:
    digests = sorted(keyring.keyed(key_of_written(convention.pk), places)) if places else []
    Written.objects.bulk_create(
        [Written(convention=convention, digest=digest) for digest in digests],
        batch_size=AT_ONCE,
        ignore_conflicts=True,
    )


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
