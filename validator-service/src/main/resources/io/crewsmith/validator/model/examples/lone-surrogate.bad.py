x = '\ud83d'
