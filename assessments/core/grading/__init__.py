"""Pre-marking of evidence-review findings, drafted documents, rubric points and short answers.

Entry points: ``evidence.grade_findings``, ``drafting.grade_document``, ``pointwise.grade_points`` and
``grade_rubric``, ``answers.grade_answers``, ``documents.compare_documents``; all pure and deterministic.
"""
