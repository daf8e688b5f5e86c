"""News from assessments, past tense, primitives only, sent on commit."""

from django.dispatch import Signal

result_released = Signal()  # attempt_id, person_id
