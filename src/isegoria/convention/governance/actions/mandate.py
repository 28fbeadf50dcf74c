from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.mandate.models import MandateVersion
from isegoria.core.journal.canonical import digest


@performs("mandate.adopt")
def adopt(mandate: MandateVersion, by: By) -> Records:
    """A new version; the ones before stay as they are."""
    mandate.number = mandate.convention.mandates.count() + 1
    mandate.recorded_at = by.at
    mandate.content_sha256 = digest(
        {
            "question": mandate.question,
            "scope": mandate.scope,
            "commitment": mandate.commitment,
            "act": mandate.act_reference,
            "reason": mandate.reason,
        }
    )
    return {
        "number": mandate.number,
        "panel_min": mandate.panel_min,
        "panel_max": mandate.panel_max,
        "answer_due": mandate.answer_due.isoformat() if mandate.answer_due else None,
        "content_sha256": mandate.content_sha256,
    }
