from crewai import Agent
a = Agent(role='a', goal='b', backstory='c', allow_code_execution=True)
# ---
from crewai_tools import CodeInterpreterTool
