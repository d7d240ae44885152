"""Packing slips and parcel labels of many orders in one file, to print and pack from."""
