"""What importing costs, as dated data: shipped files, and the operator's editions over them."""
