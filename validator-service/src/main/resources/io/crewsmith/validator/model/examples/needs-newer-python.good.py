def first(items: list) -> object:
    return items[0]
