"""News from casebank, past tense, primitives only, sent on commit."""

from django.dispatch import Signal

evaluation_finalised = Signal()  # evaluation_id, person_id
finding_confirmed = Signal()  # finding_id, person_id, defect_code
study_released = Signal()  # release_id
study_withdrawn = Signal()  # study_id, release_ids
