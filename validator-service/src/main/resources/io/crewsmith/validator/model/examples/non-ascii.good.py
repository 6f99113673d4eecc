name = 'Zoë'  # Zoë is a name
