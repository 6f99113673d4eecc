PROMPT = "Hello {name}, {count:>3.2f} {{a.b}}"
text = PROMPT.format(name="x", count=1) + "{}".format(2) + f"{text_of!r}" if (text_of := 1) else ""
