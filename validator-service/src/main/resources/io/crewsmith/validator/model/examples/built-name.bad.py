x = '__imp' + 'ort__'
# ---
x = ''.join(['ev', 'al'])
# ---
x = '{}{}'.format('__glo', 'bals__')
# ---
x = '%s%s' % ('ex', 'ec')
# ---
x = chr(111) + chr(115)
# ---
x = ''.join(chr(c) for c in [101, 118, 97, 108])
# ---
x = 'lave'[::-1]
# ---
x = f"{'sub'}process"
# ---
x = ''.join(map(chr, [101, 120, 101, 99]))
# ---
x = ''.join(reversed('metsys.so'))
# ---
x = 'e-v-a-l'.replace('-', '')
