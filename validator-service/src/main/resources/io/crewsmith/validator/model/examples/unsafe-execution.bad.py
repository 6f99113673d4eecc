from crewai import Agent
a = Agent(role='a', goal='b', backstory='c', code_execution_mode='unsafe')
# ---
from crewai import Agent
a = Agent(role='a', goal='b', backstory='c', **{'code_execution_mode': 'unsafe'})
# ---
def f(a):
    a.code_execution_mode = 'uns' + 'afe'
# ---
def f(a):
    for a.code_execution_mode in ['unsafe']:
        pass
# ---
from crewai_tools import FileReadTool
FileReadTool(unsafe_mode=True)
# ---
def f(a):
    a['unsafe_mode'] = 1
