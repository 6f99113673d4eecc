import json
m = json
# ---
import json as j
def f(json):
    return j.decoder
# ---
import json
json.dumps = print
# ---
import json
f = getattr(json, 'dumps')
# ---
from crewai import Agent
for Agent.role in ['x']:
    pass
# ---
import urllib.parse
urllib.request
