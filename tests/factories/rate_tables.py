"""Tariff files as somebody keeps them in a spreadsheet."""

BY_WEIGHT = """service,name,mode,currency,unit,step,volumetric_divisor,minimum,fuel_percent,valid_from,valid_to,zone,\
countries,up_to,price,per_step,min_days,max_days
van,Nhà xe Ví Dụ,ROAD,EUR,kg,1,5000,9.00,10,2026-01-01,2026-12-31,Benelux,NL BE LU,5,8.00,,2,3
van,Nhà xe Ví Dụ,ROAD,EUR,kg,1,5000,9.00,10,2026-01-01,2026-12-31,Benelux,NL BE LU,10,14.00,1.50,2,3
"""
BY_LANE = """service,name,mode,currency,unit,valid_from,zone,countries,from,to,container,price,min_days,max_days
line,Hãng tàu Thử,SEA,USD,container,2026-01-01,Rotterdam,NL BE,VNTOT,NLRTM,20GP,1400,30,36
line,Hãng tàu Thử,SEA,USD,container,2026-01-01,Rotterdam,NL BE,VNTOT,NLRTM,40HC,2500,30,36
line,Hãng tàu Thử,SEA,USD,container,2026-01-01,Hamburg,DE NL,VNTOT,DEHAM,40HC,2450,32,38
"""
