"""What other programs are told of each event: ids and a few facts under the API's names, and never personal data."""
