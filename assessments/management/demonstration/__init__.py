"""The assessments part of the demonstration: items, papers, sittings in every state. All people are invented."""
