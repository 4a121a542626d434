/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-attachment.h"
#include "mc-store.h"

G_BEGIN_DECLS

/** MC_ATTACHMENT_STORE_MAX_BYTES: the largest file that the database takes: 20 MiB. */
#define MC_ATTACHMENT_STORE_MAX_BYTES (20 * 1024 * 1024)

/**
 * mc_attachment_store_add:
 * @attachment: new, with its content, subject and name; held
 *
 * Returns: (transfer full): a future of %TRUE; @attachment then has its id, size and checksum. MC_ERROR_INVALID if it
 *   is empty or too large.
 */
DexFuture *mc_attachment_store_add (McStore *store, McAttachment *attachment);

/** mc_attachment_store_list: a future of a GPtrArray of McAttachment without content. */
DexFuture *mc_attachment_store_list (McStore *store, McAttachmentSubject subject, gint64 subject_id);

/** mc_attachment_store_read: a future of GBytes; MC_ERROR_NOT_FOUND. */
DexFuture *mc_attachment_store_read (McStore *store, gint64 id);

G_END_DECLS
