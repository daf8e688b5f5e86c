"""Files that people bring, read into plain tables."""
