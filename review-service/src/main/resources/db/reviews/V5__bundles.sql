-- What was to show the run at the forge, together with others: whoever takes it out there must know where.
alter table runs add column bundle uuid;
