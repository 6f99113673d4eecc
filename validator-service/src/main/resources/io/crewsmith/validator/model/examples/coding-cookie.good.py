# The coding of diagnoses is explained here.
x = 1
