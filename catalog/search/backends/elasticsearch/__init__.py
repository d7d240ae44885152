"""A search server of its own: Elasticsearch 8 or 9, or OpenSearch 2 or 3, for several hosts or large catalogues."""
