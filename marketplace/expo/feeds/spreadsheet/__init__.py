"""Lists of exhibitors as organisers keep them: a workbook (.xlsx) or a text table (.csv)."""
