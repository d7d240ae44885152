"""Exhibitors from a partner's HTTP interface, in a neutral form that its README documents."""
