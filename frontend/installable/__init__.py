"""Pages as applications of a telephone: their manifests, their workers, what is kept, and notices."""
