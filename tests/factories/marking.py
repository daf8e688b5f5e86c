"""Scripts that were handed in, with answers to the invented theft case."""

from uuid import uuid4

from django.utils import timezone

from assessments.domain.saving import Packet, save_answer
from assessments.domain.submitting import submit_attempt
from assessments.enums import ItemKind
from tests.factories import assessments as make
from tests.factories.people import UserFactory


def finding_from(key_finding, **values):
    """What a candidate writes who finds ``key_finding`` exactly."""
    return {
        "id": f"f{key_finding.pk}",
        "spans": [
            {
                "pid": key_finding.paragraph.pid,
                "start": key_finding.start,
                "end": key_finding.end,
                "quote": key_finding.quote,
            }
        ],
        "defect_code": key_finding.defect_code,
        "attribute": key_finding.attribute,
        "consequence": key_finding.consequence,
        "legal_basis": key_finding.legal_basis,
        "remedy": key_finding.remedy,
        "reasoning": key_finding.statement,
    } | values


def submitted_script(candidate=None, *, marker=None, findings=None, text="", **values):
    """A script handed in at an open sitting whose marker is ``marker``.

    ``findings``: takes the key findings of the evidence item, gives the answer's findings (default: the first two,
    answered as in the key). ``text`` stands in every section of the drafting item.
    """
    candidate = candidate or UserFactory(roles=["prosecutor"])
    attempt = make.started_attempt(candidate, markers=[marker] if marker else (), **values)
    choose = findings or (lambda key: [finding_from(one) for one in key[:2]])
    for answer in attempt.answers.select_related("slot__item"):
        item = answer.slot.item
        if item.kind == ItemKind.EVIDENCE_REVIEW:
            key = list(item.key_findings.filter(decoy=False).select_related("paragraph"))
            payload = {"findings": choose(key)}
        else:
            payload = {"text": text}
        save_answer(
            actor=candidate,
            attempt_id=attempt.pk,
            slot_id=answer.slot_id,
            field=answer.field,
            packet=Packet(client_uuid=uuid4(), seq=1, base_rev=0, payload=payload),
            received_at=timezone.now(),
        )
    return submit_attempt(actor=candidate, attempt=attempt, received_at=timezone.now())
