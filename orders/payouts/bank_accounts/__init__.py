"""Where sellers want their money sent."""
