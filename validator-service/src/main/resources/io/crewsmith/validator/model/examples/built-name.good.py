name = 'Ann' + ' ' + 'Lee'
place = '/'.join(['reports', 'summary.md'])
greeting = '{} {}'.format('Good', 'morning')
backwards = 'stressed'[::-1]
letter = chr(65) + chr(66)
