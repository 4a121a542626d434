# SPDX-License-Identifier: GPL-3.0-or-later
"""portal.py FILE: the desktop's file chooser for tests.

Answers each org.freedesktop.portal.FileChooser request on the session bus with
the path that stands in FILE, as if the user had chosen it; with "cancelled"
when FILE is empty; writes a line for each into FILE.answered. The program asks
a portal, as it does in its sandbox, when GDK_DEBUG=portals.

It takes its time, as a person does: behind each request GTK keeps a chooser of
its own that reads the folders of the path meanwhile, and an answer that comes
before it is done ends the program in GtkPathBar (GTK 4.18).
"""
import sys

from gi.repository import Gio, GLib

PAUSE = 700  # milliseconds

XML = """
<node>
  <interface name="org.freedesktop.portal.FileChooser">
    <method name="OpenFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <method name="SaveFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
</node>
"""


def answered(bus, sender, path, interface, method, parameters, invocation):
    token = parameters.unpack()[2].get("handle_token", "t")
    handle = "/org/freedesktop/portal/desktop/request/%s/%s" % (sender[1:].replace(".", "_"), token)
    invocation.return_value(GLib.Variant("(o)", (handle,)))
    with open(sys.argv[1], encoding="utf-8") as stream:
        chosen = stream.read().strip()
    GLib.timeout_add(PAUSE, answer, bus, sender, handle, chosen)


def answer(bus, sender, handle, chosen):
    # Also of nothing chosen the portal tells a list, as GTK expects.
    results = {"uris": GLib.Variant("as", [GLib.filename_to_uri(chosen)] if chosen else [])}
    bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                    GLib.Variant("(ua{sv})", (0 if chosen else 1, results)))
    with open(sys.argv[1] + ".answered", "a", encoding="utf-8") as stream:
        stream.write(chosen + "\n")
    return GLib.SOURCE_REMOVE


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    interface = Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0]
    bus.register_object("/org/freedesktop/portal/desktop", interface, answered,
                        lambda *_: GLib.Variant("u", 4), None)
    Gio.bus_own_name_on_connection(bus, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print("ready", flush=True), None)
    GLib.MainLoop().run()


main()
