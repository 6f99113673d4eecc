ｅval = 1
# ---
xs = [1, 2]
µ = sum(xs)
