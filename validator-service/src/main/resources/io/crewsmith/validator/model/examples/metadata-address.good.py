version = '169.254.1.2'
note = 'The metadata of a document: its title and date.'
