-- A handful among millions: the rules that validators announced, and what was critical.
create index rare_events on events (type, position) where type in ('RulesAnnounced', 'SecurityIncident');
