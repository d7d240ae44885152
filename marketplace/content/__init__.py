"""Pages and menus that the operator writes: texts of the marketplace itself, in several languages."""
