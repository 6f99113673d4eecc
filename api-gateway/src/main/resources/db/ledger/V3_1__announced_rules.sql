-- A handful among millions: the rules that validators announced.
create index rules_announced on events (position) where type = 'RulesAnnounced';
