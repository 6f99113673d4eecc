def f(flow, tool, llm, model):
    return flow.run(), tool.run(query=1), llm.call([]), model.eval(1), model.system
