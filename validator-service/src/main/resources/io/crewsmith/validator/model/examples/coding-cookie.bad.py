# -*- coding: utf-7 -*-
x = 1
# ---
#!/usr/bin/env python
# vim: set fileencoding=latin-1 :
