/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McAttachmentSubject: To which kind of row a file belongs. */
typedef enum
{
  MC_ATTACHMENT_SUBJECT_PERSON,
  MC_ATTACHMENT_SUBJECT_TOUR,
  MC_ATTACHMENT_SUBJECT_AGENCY,
  MC_ATTACHMENT_SUBJECT_APPOINTMENT,
} McAttachmentSubject;

extern const McEnumValue mc_attachment_subject_values[];

#define MC_TYPE_ATTACHMENT (mc_attachment_get_type ())
G_DECLARE_FINAL_TYPE (McAttachment, mc_attachment, MC, ATTACHMENT, McEntity)

/**
 * McAttachment:
 * A file that belongs to a row, such as the scan of a decision; the content is loaded on demand only.
 */
struct _McAttachment
{
  McEntity parent_instance;

  McAttachmentSubject subject;
  gint64 subject_id;
  char *file_name;
  char *mime_type;
  GBytes *content;
  gint64 byte_count;
  char *sha256;
  char *note;
  gint64 added_at;
};

/** mc_attachment_new: (transfer full): an unsaved one. */
McAttachment *mc_attachment_new (void);

G_END_DECLS
