-- SPDX-License-Identifier: GPL-3.0-or-later
-- A paper in which a name in braces was not filled in is not issued.

SET LOCAL ROLE motcua_owner;

ALTER TABLE centre.paper ADD CONSTRAINT paper_nothing_open CHECK (state = 'draft' OR content::text !~ '\{[a-z_]+\}');

RESET ROLE;
