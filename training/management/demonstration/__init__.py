"""The training part of the demonstration: lessons, who took them, targets. All people are invented."""
