"""Pages whose lists are put together by a view.

A Wagtail page renders itself, but filters, forms and queries belong to the floors above the models. So a view registers
as the presenter of a page model, and the page asks it for its context, in previews, too.
"""

from collections.abc import Callable
from typing import Any

Presenter = Callable[[Any, Any], dict[str, Any]]

_presenters: dict[str, Presenter] = {}


def presents(label: str) -> Callable[[Presenter], Presenter]:
    """Register ``presenter(page, request) -> context`` for a page model such as ``cms.HomePage``."""

    def register(presenter: Presenter) -> Presenter:
        if label in _presenters:
            raise ValueError(f"{label} has a presenter already")
        _presenters[label] = presenter
        return presenter

    return register


class Presented:
    """Mixin of page models with a presenter; goes before ``Page``."""

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        return context | _presenters[self._meta.label](self, request)  # type: ignore[attr-defined]
