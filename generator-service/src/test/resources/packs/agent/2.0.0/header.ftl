# Template: ${header.template} ${header.version}
