"""Find what identifies people in a Chinese case text, and write the text without it.

Entry: :func:`casebank.core.anonymise.engine.anonymise`. The machine suggests; people decide before anything is shown.
"""

from .engine import anonymise
from .types import TYPES, Anonymised, Doubt, Known, Span, Tagger

__all__ = ["TYPES", "Anonymised", "Doubt", "Known", "Span", "Tagger", "anonymise"]
