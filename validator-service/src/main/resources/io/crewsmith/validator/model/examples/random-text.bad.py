x = 'q7Rt2LmZ9vXc4KpW8sBn3YhD6fGj'
# ---
note = 'use Zk3vQ9xT1mB7nR5wY2pL8dHc0sFa to call'
