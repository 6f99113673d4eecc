x = 0xffff
y = 1e100
