"""State systems that want to know of lots: one neutral record, and a folder for each way to hand it over.

No state portal has published an interface that we could hold to, so there is a file to hand in, and a generic interface
over HTTP whose address, key and field names the seller enters. Nothing is said to be accepted that has no receipt.
"""
