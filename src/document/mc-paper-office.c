/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-office.h"

#include "mc-official-words.h"

#define DIRECTOR "Giám đốc"
#define DEPUTY "Phó Giám đốc"

struct _McPaperOffice
{
  char *code, *unit, *place, *parent, *issuer, *by_order_of;
  char **recipients;
};

static char *
dup_setting (McSettingLookup lookup, gpointer data, const char *key, const char *otherwise)
{
  g_autoptr (JsonNode) node = lookup (key, data);

  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : g_strdup (otherwise);
}

McPaperOffice *
mc_paper_office_new (McSettingLookup lookup, gpointer data)
{
  McPaperOffice *self = g_new0 (McPaperOffice, 1);
  g_autofree char *recipients = dup_setting (lookup, data, "paper.recipients", "- Như trên;\n- Lưu: VT.");

  self->code = dup_setting (lookup, data, "paper.code", "TTPVHCC");
  self->unit = dup_setting (lookup, data, "paper.unit", NULL);
  self->place = dup_setting (lookup, data, "paper.place", "Cần Thơ");
  self->parent = dup_setting (lookup, data, "paper.parent", NULL);
  self->issuer = dup_setting (lookup, data, "paper.issuer", "Trung tâm Phục vụ hành chính công");
  self->by_order_of = dup_setting (lookup, data, "paper.by_order_of", "Chánh Văn phòng");
  self->recipients = g_strsplit (recipients, "\n", -1);
  return self;
}

void
mc_paper_office_free (McPaperOffice *self)
{
  g_free (self->code);
  g_free (self->unit);
  g_free (self->place);
  g_free (self->parent);
  g_free (self->issuer);
  g_free (self->by_order_of);
  g_strfreev (self->recipients);
  g_free (self);
}

McOfficialFrame
mc_paper_office_get_frame (McPaperOffice *self)
{
  return (McOfficialFrame){ .parent = self->parent,
                            .issuer = self->issuer,
                            .place = self->place,
                            .day = MC_DAY_NONE,
                            .recipients = (const char *const *)self->recipients };
}

char *
mc_paper_office_dup_symbol (McPaperOffice *self, const char *type_code)
{
  return mc_official_format_symbol (type_code, self->code, self->unit);
}

char *
mc_paper_office_dup_authority (McPaperOffice *self, McPaperCapacity capacity, gboolean deputy)
{
  const char *post = deputy ? DEPUTY : DIRECTOR;

  switch (capacity)
    {
    case MC_PAPER_CAPACITY_FOR:
      return g_strdup ("KT. " DIRECTOR "\n" DEPUTY);
    case MC_PAPER_CAPACITY_BY_ORDER:
      return g_strdup_printf ("TL. %s\n%s", self->by_order_of, post);
    case MC_PAPER_CAPACITY_BY_ORDER_FOR:
      return g_strdup_printf ("TL. %s\nKT. " DIRECTOR "\n" DEPUTY, self->by_order_of);
    case MC_PAPER_CAPACITY_BY_AUTHORITY:
      return g_strdup_printf ("TUQ. %s\n%s", deputy ? DIRECTOR : self->by_order_of, post);
    case MC_PAPER_CAPACITY_OWN:
    default:
      return g_strdup (post);
    }
}
