"""Data Matrix ECC 200 (ISO/IEC 16022) for GS1 element strings."""
