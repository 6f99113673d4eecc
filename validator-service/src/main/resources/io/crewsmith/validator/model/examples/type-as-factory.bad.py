X = type('X', (), {})
# ---
t = type
# ---
x = type(*['X', (), {}])
# ---
x = list(map(type, 'X', (), {}))
