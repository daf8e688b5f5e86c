"""Two papers, each with an evidence review and a document to draft."""

import json
from decimal import Decimal
from pathlib import Path

from assessments.domain import casefile, item, key, paper, rubric
from assessments.enums import ItemKind
from assessments.models import Item, Paper
from assessments.states import PaperState

CONTENT = {row["key"]: row for row in json.loads((Path(__file__).parent / "items.json").read_text(encoding="utf-8"))}
PAPERS = {
    "故意伤害案证据审查与补充侦查提纲": ("injury_file", "injury_outline"),
    "盗窃案证据审查与起诉书制作": ("theft_file", "theft_indictment"),
}
INSTRUCTIONS = "独立作答，可以查阅法律条文。系统自动保存，看到“已保存”即表示服务器已收到。"


def build_papers(*, trainer, approver) -> list[Paper]:
    """The papers in the order of ``PAPERS``, approved; existing ones are left alone."""
    return [_paper(trainer, approver, title, keys) for title, keys in PAPERS.items()]


def _paper(trainer, approver, title: str, keys: tuple[str, ...]) -> Paper:
    made = Paper.objects.filter(title=title, state=PaperState.APPROVED).first()
    if made:
        return made
    made = paper.create_paper(actor=trainer, texts={"title": title, "instructions": INSTRUCTIONS})
    for name in keys:
        paper.add_item(actor=trainer, paper=made, item=_item(trainer, CONTENT[name]))
    return paper.approve_paper(actor=approver, paper=made)


def _item(trainer, content: dict) -> Item:
    texts = {"title": content["title"], "task": content["task"], "competency_codes": content["competencies"]}
    if content["kind"] == ItemKind.DRAFTING:
        texts |= {"document_code": content["document_code"], "missing_citation": content["missing_citation"]}
    made = item.create_item(actor=trainer, kind=ItemKind(content["kind"]), texts=texts)
    documents = [_document(trainer, made, row) for row in content.get("documents", ())]
    for row in content.get("findings", ()):
        _finding(trainer, made, documents, row)
    if content["kind"] == ItemKind.DRAFTING:
        _rubric(trainer, made, content)
    return item.mark_ready(actor=trainer, item=made)


def _document(trainer, made: Item, row: dict):
    text = "\n".join(row["paragraphs"])
    return casefile.add_document(actor=trainer, item=made, title=row["title"], evidence_kind=row["kind"], text=text)


def _finding(trainer, made: Item, documents: list, row: dict) -> None:
    quote = row["quote"]
    texts = (
        {"decoy": True}
        if row.get("decoy")
        else {
            "defect_code": row["code"],
            "attribute": row["attribute"],
            "consequence": row["consequence"],
            "statement": row["statement"],
            "legal_basis": row["basis"],
            "remedy": row["remedy"],
            "points": Decimal(row["points"]),
        }
    )
    place = key.find_place(item=made, document=documents[row["document"]], quote=quote)
    key.add_finding(actor=trainer, item=made, place=place, quote=quote, texts=texts)


def _rubric(trainer, made: Item, content: dict) -> None:
    codes = {
        code.rsplit("-", 1)[-1].lstrip("0"): code for code in made.reference_sections.values_list("section", flat=True)
    }
    texts = {codes[number]: text for number, text in content["sections"].items()}
    rubric.write_reference(actor=trainer, item=made, texts=texts)
    for row in content["criteria"]:
        rubric.add_criterion(
            actor=trainer,
            item=made,
            values={
                "section": codes[row["section"]],
                "text": row["text"],
                "points": Decimal(row["points"]),
                "required": row.get("required", []),
                "forbidden": row.get("forbidden", []),
            },
        )
