"""Maps that the server draws as SVG: a net of degrees, lines and places, from the API's figures alone."""
