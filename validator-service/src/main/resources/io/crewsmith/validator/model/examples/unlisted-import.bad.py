import nothing_known
# ---
from .tools import helper
# ---
from crewai import *
# ---
from dataclasses import make_dataclass
# ---
from typing import get_type_hints
# ---
from pydantic import ImportString
