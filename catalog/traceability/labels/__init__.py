"""Labels for lots and pieces: on sheets and rolls, as PDF and for label printers."""
