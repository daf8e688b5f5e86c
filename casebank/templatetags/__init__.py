"""Template tags of casebank."""
