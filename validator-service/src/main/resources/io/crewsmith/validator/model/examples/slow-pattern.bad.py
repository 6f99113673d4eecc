import re
re.match('(a+)+$', 'x')
# ---
import re as r
r.compile('(?:x+y?)+$')
# ---
from re import compile as c
c('((a|b*)c){2,}')
# ---
import re
re.compile(pattern='(a*)*')
