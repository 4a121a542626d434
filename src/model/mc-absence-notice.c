/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-notice.h"

static void
transfer_clear (gpointer data)
{
  McNoticeTransfer *transfer = data;

  g_free (transfer->before);
  g_free (transfer->after);
}

static void
person_clear (gpointer data)
{
  McNoticePerson *person = data;

  g_clear_object (&person->who);
  g_array_unref (person->transfers);
}

static void
person_init (McNoticePerson *person)
{
  *person = (McNoticePerson){ .transfers = g_array_new (FALSE, TRUE, sizeof (McNoticeTransfer)) };
  g_array_set_clear_func (person->transfers, transfer_clear);
}

static void
seat_clear (gpointer data)
{
  McNoticeSeat *seat = data;

  g_free (seat->counter);
  g_free (seat->fields);
  g_free (seat->morning);
  g_free (seat->afternoon);
}

static void
sheet_clear (gpointer data)
{
  McNoticeSheet *sheet = data;

  g_free (sheet->leader);
  g_array_unref (sheet->seats);
}

static void
request_free (McNoticeRequest *request)
{
  g_free (request->counter);
  g_free (request->field);
  g_free (request->standby);
  g_free (request);
}

McAbsenceNotice *
mc_absence_notice_new (void)
{
  McAbsenceNotice *self = g_new0 (McAbsenceNotice, 1);

  person_init (&self->away);
  self->people = g_array_new (FALSE, TRUE, sizeof (McNoticePerson));
  g_array_set_clear_func (self->people, person_clear);
  self->sheets = g_array_new (FALSE, TRUE, sizeof (McNoticeSheet));
  g_array_set_clear_func (self->sheets, sheet_clear);
  return self;
}

void
mc_absence_notice_free (McAbsenceNotice *self)
{
  person_clear (&self->away);
  g_array_unref (self->people);
  g_clear_pointer (&self->request, request_free);
  g_array_unref (self->sheets);
  g_free (self);
}

McNoticePerson *
mc_absence_notice_add_person (McAbsenceNotice *self)
{
  McNoticePerson person;

  person_init (&person);
  g_array_append_val (self->people, person);
  return &g_array_index (self->people, McNoticePerson, self->people->len - 1);
}

void
mc_notice_person_add_transfer (McNoticePerson *self, char *before, char *after, McDay from, McDay last, McHalf half)
{
  McNoticeTransfer transfer = { before, after, from, last, half };

  g_array_append_val (self->transfers, transfer);
}

McNoticeSheet *
mc_absence_notice_add_sheet (McAbsenceNotice *self, McDay day)
{
  McNoticeSheet sheet = { .day = day, .seats = g_array_new (FALSE, TRUE, sizeof (McNoticeSeat)) };

  g_array_set_clear_func (sheet.seats, seat_clear);
  g_array_append_val (self->sheets, sheet);
  return &g_array_index (self->sheets, McNoticeSheet, self->sheets->len - 1);
}
