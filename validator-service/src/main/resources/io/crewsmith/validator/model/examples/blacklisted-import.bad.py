import os
# ---
import json, os.path as p
# ---
from crewai.agent import os as o
# ---
import logging
logging.os.system('id')
# ---
def f():
    import subprocess
# ---
import json as subprocess
subprocess.codecs.open('x')
# ---
from logging import config, os
