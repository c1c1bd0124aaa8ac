-- With which key of a system a look-up came, which whoever acts has just made; a key of their agency.
update access_lookupcheck c set system = wanted
where c.id = check_id and c.system is null and c.practitioner = (select hub.actor_id())
  and (select hub.actor_kind()) = 'practitioner'
  and exists (select from agencies_systemkey k where k.id = wanted and k.agency_id = c.agency)
