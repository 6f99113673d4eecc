from crewai import Agent
Agent(role='a', goal='b', backstory='c', step_callback='os.system')
# ---
x = {'task_callback': 'https://example.com/hook'}
# ---
def f(Task):
    Task(callback='shutil.rmtree')
# ---
def f(crew):
    crew.before_kickoff_callbacks = ['app.agents:start']
