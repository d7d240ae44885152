"""The engine behind the `SearchBackend` protocol."""

import hashlib
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import batched
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch
from elasticsearch.dsl import Search
from elasticsearch.dsl import query as q
