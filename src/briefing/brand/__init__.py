"""styles/<brand>/ as a `Brand`: its values, and how they are read from ``_brand.yml``."""
