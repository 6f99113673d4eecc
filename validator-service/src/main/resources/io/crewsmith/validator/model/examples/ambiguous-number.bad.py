x = 1 if 01else 2
# ---
x = 1if 2 else 3
