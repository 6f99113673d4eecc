from crewai import Agent, Task
from crewsmith_runtime.step_webhook import StepWebhook


def noted(output):
    return output


Agent(role='a', goal='b', backstory='c', step_callback=noted)
Agent(role='a', goal='b', backstory='c', step_callback=StepWebhook('https://example.com/hook'))
Task(description='d', expected_output='e', guardrail='Name every source.')
