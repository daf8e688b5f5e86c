"""Tags of the desk."""

from typing import Any

from django import template

from assessments.domain.queries.question import Question

register = template.Library()


@register.simple_tag
def place_of(question: Question, span: dict[str, Any]) -> str:
    """“3.5” (document 3, paragraph 5) of a span; what the candidate typed if it is no place."""
    for document in question.documents:
        for number, passage in enumerate(document.passages, start=1):
            if passage.pid == span["pid"]:
                return f"{document.number}.{number}"
    return span["pid"]
