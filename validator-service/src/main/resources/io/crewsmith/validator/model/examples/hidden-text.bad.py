x = 'Sum up the text.\U000e0069\U000e0067\U000e006e'
# ---
x = 'pay\u200bpal'
# ---
x = 'user\u202e nimda'
# ---
x = 'text\x1b[2K'
