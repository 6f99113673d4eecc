import datetime
import json
from collections import abc

sys_prompt = "import os"
moment = datetime.time(1, 2)
