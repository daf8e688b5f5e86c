"""What invented candidates write: from thorough to careless, decided by a seed."""

import random
from uuid import UUID

from django.utils import timezone

from assessments.domain.saving import Packet, save_answer
from assessments.enums import ItemKind
from assessments.models import Answer, Attempt, KeyFinding

VAGUE_REMEDY = "要求侦查机关作出说明。"


def write_answers(*, attempt: Attempt, actor, quality: float, seed: str) -> None:
    """Save an answer to every field of a running attempt; ``quality`` 0..1 is the share that is right."""
    dice = random.Random(seed)  # noqa: S311
    for answer in attempt.answers.select_related("slot__item").order_by("pk"):
        is_review = answer.slot.item.kind == ItemKind.EVIDENCE_REVIEW
        payload = _findings(answer, quality, dice) if is_review else _section(answer, quality, dice)
        packet = Packet(client_uuid=UUID(int=dice.getrandbits(128), version=4), seq=1, base_rev=0, payload=payload)
        save_answer(
            actor=actor,
            attempt_id=attempt.pk,
            slot_id=answer.slot_id,
            field=answer.field,
            packet=packet,
            received_at=timezone.now(),
        )


def _findings(answer: Answer, quality: float, dice: random.Random) -> dict:
    rows = answer.slot.item.key_findings.select_related("paragraph").order_by("order")
    found = [row for row in rows if dice.random() < (0.25 * (1 - quality) if row.decoy else 0.15 + 0.85 * quality)]
    return {"findings": [_finding(number, row, quality, dice) for number, row in enumerate(found, 1)]}


def _finding(number: int, row: KeyFinding, quality: float, dice: random.Random) -> dict:
    sure = dice.random() < quality
    span = {"pid": row.paragraph.pid, "start": row.start, "end": row.end, "quote": row.quote}
    return {
        "id": f"f{number}",
        "spans": [span],
        "defect_code": row.defect_code if sure else "",
        "attribute": row.attribute,
        "consequence": row.consequence if sure or dice.random() < 0.5 else "weight",
        "legal_basis": row.legal_basis if sure else "",
        "remedy": row.remedy if dice.random() < quality else VAGUE_REMEDY,
        "reasoning": row.statement or "此处记载存在疑问。",
    }


def _section(answer: Answer, quality: float, dice: random.Random) -> dict:
    text = answer.slot.item.reference_sections.get(section=answer.field).text
    if dice.random() < 0.35 + 0.65 * quality:
        return {"text": text}
    sentences = [part for part in text.replace(";", "。").split("。") if part]
    kept = sentences[: max(1, len(sentences) // 2)]
    return {"text": "。".join(kept) + "。" if dice.random() < 0.85 else ""}
