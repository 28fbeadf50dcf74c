import hashlib

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.governance.models import LaunchOpinion


@performs("opinion.give")
def give(opinion: LaunchOpinion, by: By) -> Records:
    opinion.given_at = by.at
    return {
        "verdict": opinion.verdict,
        "content_sha256": hashlib.sha256(opinion.text.encode()).hexdigest(),
    }
