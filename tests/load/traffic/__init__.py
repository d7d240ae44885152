"""The kinds of visitors, one file each."""
