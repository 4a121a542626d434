-- SPDX-License-Identifier: GPL-3.0-or-later
-- Hours of an absence end with their half of the day; a credit is of the day that it names; an official letter has no
-- code of a type (Decree 30/2020), so that nobody begins a register of its own for "CV".

SET LOCAL ROLE motcua_owner;

-- For new rows: what was entered before stays readable.
ALTER TABLE centre.absence ADD CONSTRAINT absence_hours_within_half
  CHECK (starts IS NULL OR half <> 'morning' OR ends COLLATE "C" <= '12:00') NOT VALID;
ALTER TABLE centre.duty_credit ADD CONSTRAINT duty_credit_of_its_day
  CHECK (CASE kind WHEN 'saturday' THEN extract(isodow FROM day) = 6 WHEN 'sunday' THEN extract(isodow FROM day) = 7 ELSE true END) NOT VALID;
ALTER TABLE centre.paper ADD CONSTRAINT paper_letter_without_type CHECK (upper(type_code) <> 'CV' AND symbol !~* '^CV(-|$)') NOT VALID;
ALTER TABLE centre.paper_template ADD CONSTRAINT paper_template_letter_without_type CHECK (upper(type_code) <> 'CV') NOT VALID;

RESET ROLE;
