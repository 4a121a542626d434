/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-accounts-page.h"

#include <glib/gi18n.h>

#include "mc-account-dialog.h"
#include "mc-account.h"
#include "mc-columns.h"
#include "mc-empty-page.h"
#include "mc-entity-label.h"
#include "mc-list-state.h"
#include "mc-needle.h"
#include "mc-report.h"
#include "mc-session-records.h"
#include "mc-table-actions.h"

struct _McAccountsPage
{
  McPage parent_instance;

  char *needle;

  GtkEditable *search;
  GtkButton *lock_button;
  McListState *state;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkFilterListModel *rows;
  GtkCustomFilter *filter;
  GMenu *groups_menu;
};

G_DEFINE_FINAL_TYPE (McAccountsPage, mc_accounts_page, MC_TYPE_PAGE)

static gboolean
matches (gpointer item, gpointer data)
{
  McAccountsPage *self = data;
  McAccount *account = item;
  const char *const words[] = { account->login, account->display_name };

  return mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

static void
filter_cb (McAccountsPage *self)
{
  mc_needle_set (&self->needle, gtk_editable_get_text (self->search));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Only these two groups may make accounts; the server refuses the others whatever stands here. */
static gboolean
may_administer (McAccountsPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  const char *role = session != NULL ? mc_session_get_group_role (session) : NULL;

  return g_strcmp0 (role, "director") == 0 || g_strcmp0 (role, "technician") == 0;
}

static void
selected_cb (McAccountsPage *self)
{
  McAccount *account = gtk_single_selection_get_selected_item (self->selection);
  gboolean usable = account != NULL && may_administer (self);
  McSession *session = mc_page_get_session (MC_PAGE (self));
  gboolean own = usable && g_strcmp0 (account->login, mc_session_get_login (session)) == 0;

  gtk_button_set_label (self->lock_button, account == NULL || account->active ? _ ("_Lock") : _ ("Un_lock"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accounts.toggle", usable && !own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accounts.group", usable && !own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accounts.password", usable);
}

/* What is done to the chosen account. */
typedef struct
{
  McAccountsPage *page;
  McSession *session;
  char *login;
  gboolean active;
  char *group; /* NULL: lock or unlock */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *self = data;

  g_object_unref (self->page);
  g_object_unref (self->session);
  g_free (self->login);
  g_free (self->group);
  g_free (self);
}

static DexFuture *
deed_fiber (gpointer data)
{
  Deed *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!dex_await (self->group ? mc_session_set_account_group (self->session, self->login, self->group)
                              : mc_session_set_account_active (self->session, self->login, self->active),
                  &error))
    {
      mc_report_error (GTK_WIDGET (self->page), _ ("The account was not changed."), error);
      return dex_future_new_for_boolean (FALSE);
    }
  text = g_strdup_printf (self->group    ? _ ("%s has another role from the next sign-in on.")
                          : self->active ? _ ("%s may sign in again.")
                                         : _ ("%s may not sign in any more."),
                          self->login);
  mc_report_toast (GTK_WIDGET (self->page), text);
  selected_cb (self->page);
  return dex_future_new_for_boolean (TRUE);
}

static void
deed_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McAccountsPage *self = MC_ACCOUNTS_PAGE (widget);
  McAccount *account = gtk_single_selection_get_selected_item (self->selection);
  Deed *data;

  if (account == NULL)
    return;
  data = g_new0 (Deed, 1);
  data->page = g_object_ref (self);
  data->session = g_object_ref (mc_page_get_session (MC_PAGE (self)));
  data->login = g_strdup (account->login);
  data->active = !account->active;
  data->group = parameter ? g_variant_dup_string (parameter, NULL) : NULL;
  dex_future_disown (dex_scheduler_spawn (dex_scheduler_get_default (), 0, deed_fiber, data, deed_free));
}

static void
fill_groups (McAccountsPage *self)
{
  for (guint i = 0; mc_group_role_values[i].text != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (mc_group_role_values[i].label), NULL);

      g_menu_item_set_action_and_target (item, "accounts.group", "s", mc_group_role_values[i].text);
      g_menu_append_item (self->groups_menu, item);
    }
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_account_dialog_present_add (widget, mc_page_get_session (MC_PAGE (widget)));
}

static void
password_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McAccountsPage *self = MC_ACCOUNTS_PAGE (widget);
  McAccount *account = gtk_single_selection_get_selected_item (self->selection);

  if (account != NULL)
    mc_account_dialog_present_password (widget, mc_page_get_session (MC_PAGE (self)), account);
}

static void
mc_accounts_page_set_session (McPage *page, McSession *session)
{
  McAccountsPage *self = MC_ACCOUNTS_PAGE (page);
  g_autoptr (McLiveList) list = session != NULL ? mc_session_list (session, MC_TYPE_ACCOUNT, MC_DAY_NONE) : NULL;

  gtk_filter_list_model_set_model (self->rows, (GListModel *)list);
  mc_list_state_set_list (self->state, list);
  mc_page_set_primary_enabled (page, may_administer (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accounts.add", may_administer (self));
  selected_cb (self);
}

static gboolean
mc_accounts_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_ACCOUNTS_PAGE (page)->search));
}

static void
mc_accounts_page_dispose (GObject *object)
{
  McAccountsPage *self = MC_ACCOUNTS_PAGE (object);

  g_clear_pointer (&self->needle, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ACCOUNTS_PAGE);
  G_OBJECT_CLASS (mc_accounts_page_parent_class)->dispose (object);
}

static void
mc_accounts_page_class_init (McAccountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_accounts_page_dispose;
  page_class->set_session = mc_accounts_page_set_session;
  page_class->grab_search = mc_accounts_page_grab_search;

  g_type_ensure (MC_TYPE_ACCOUNT);
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_LIST_STATE);
  g_type_ensure (MC_TYPE_ENTITY_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/settings/mc-accounts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McAccountsPage, search);
  gtk_widget_class_bind_template_child (widget_class, McAccountsPage, lock_button);
  gtk_widget_class_bind_template_child (widget_class, McAccountsPage, state);
  gtk_widget_class_bind_template_child (widget_class, McAccountsPage, table);
  gtk_widget_class_bind_template_child (widget_class, McAccountsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, McAccountsPage, rows);
  gtk_widget_class_bind_template_child (widget_class, McAccountsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, McAccountsPage, groups_menu);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "accounts.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "accounts.toggle", NULL, deed_cb);
  gtk_widget_class_install_action (widget_class, "accounts.group", "s", deed_cb);
  gtk_widget_class_install_action (widget_class, "accounts.password", NULL, password_cb);
}

static void
mc_accounts_page_init (McAccountsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  fill_groups (self);
  mc_columns_tell_field (self->table, "login", MC_TYPE_ACCOUNT, "login");
  mc_columns_tell_field (self->table, "name", MC_TYPE_ACCOUNT, "display_name");
  mc_columns_tell_field (self->table, "group", MC_TYPE_ACCOUNT, "group_role");
  mc_columns_tell_field (self->table, "active", MC_TYPE_ACCOUNT, "active");
  mc_columns_remember (self->table, "accounts");
  mc_table_actions_install (GTK_WIDGET (self), self->table, _ ("Accounts"));
  selected_cb (self);
}
