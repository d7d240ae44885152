"""The program that checks a bundle offline: one file for any Python from 3.9 on, put together by `build`."""
