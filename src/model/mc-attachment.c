/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attachment.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_attachment_subject_values[] = {
  { "person", N_ ("Person") },           { "tour", N_ ("Tour") }, { "agency", N_ ("Agency") },
  { "appointment", N_ ("Appointment") }, { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_ENUM (
      McAttachment, subject, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Belongs to"), mc_attachment_subject_values),
  MC_FIELD_INT64 (McAttachment, subject_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Row")),
  MC_FIELD_TEXT (McAttachment, file_name, MC_FIELD_REQUIRED, N_ ("File name")),
  MC_FIELD_TEXT (McAttachment, mime_type, MC_FIELD_REQUIRED, N_ ("Type")),
  MC_FIELD_BYTES (McAttachment, content, MC_FIELD_REQUIRED | MC_FIELD_LAZY, N_ ("Content")),
  MC_FIELD_INT64 (McAttachment, byte_count, MC_FIELD_READONLY, N_ ("Size")),
  MC_FIELD_TEXT (McAttachment, sha256, MC_FIELD_READONLY, N_ ("SHA-256")),
  MC_FIELD_TEXT (McAttachment, note, 0, N_ ("Note")),
  MC_FIELD_TIMESTAMP (McAttachment, added_at, MC_FIELD_READONLY, N_ ("Added")),
};

MC_DEFINE_ENTITY (McAttachment, mc_attachment, MC_NOUN_TABLE, "attachment", N_ ("Attachment"), fields)

McAttachment *
mc_attachment_new (void)
{
  return g_object_new (MC_TYPE_ATTACHMENT, NULL);
}
