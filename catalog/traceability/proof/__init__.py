"""Proof without trust: what was captured, and when, can be checked by somebody who believes nobody here.

1. Every event is committed to by one hash, made of salted hashes of its fields (`commitments`): some of them can be
   shown and the others withheld, and the hash is still the same.
2. The hashes of a day are the leaves of a tree (`tree`), whose root is signed, chained to the day before and published
   (`close_days`). From then on nothing of that day can be changed, added or left out without another root.
3. A bundle (`bundle`) holds the events of a lot with their way up to the roots, and a program that checks it offline.

Modules that the program holds as well import nothing but the standard library and each other, and run on Python 3.9.
"""
