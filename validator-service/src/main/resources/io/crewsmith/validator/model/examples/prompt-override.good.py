goal = 'Follow the instructions above in every answer.'
backstory = 'You never ignore the rules of the house, and you remember previous claims.'
x = 'Ignore rows without an amount.'
