// Keys by event.code, so that they work in any layout. data-key="c" is pressed by that key, "shift+n" and
// "ctrl+enter" too; data-go="d" by g then d. Keys sleep while a field has focus, except Ctrl+Enter, which sends the
// field's form. Single keys can be switched off (kept in this browser).
import { element, words } from "./words.js";

const STORE = "vedu.single-keys";
const NAMES = { Slash: "/", Comma: "<", Period: ">", Space: "space", Enter: "enter", Escape: "esc" };
let after_g = 0;

const enabled = () => localStorage.getItem(STORE) !== "off";
const letter = (code) => NAMES[code] ?? code.replace(/^Key|^Digit|^Numpad(?=\d)|^Arrow/, "").toLowerCase();
const typing = (target) => target.closest?.("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]");
const shown = (found) => [...found].find((item) => item.getClientRects().length && !item.disabled);

const scope = () => document.querySelector("dialog:modal") ?? document;
const press = (selector) => {
  const found = shown(scope().querySelectorAll(selector));
  if (!found) return false;
  if (found.matches("input, textarea, select")) found.focus();
  else found.click();
  return true;
};

const openDialog = (id) => {
  const dialog = document.getElementById(id);
  if (!dialog) return false;
  if (!dialog.open) document.querySelector(`[data-opens="${id}"]`)?.click();
  return true;
};

const combination = (event) => {
  const shift = event.shiftKey && !["Comma", "Period", "Slash"].includes(event.code) ? "shift+" : "";
  return `${event.ctrlKey || event.metaKey ? "ctrl+" : ""}${shift}${letter(event.code)}`;
};

const single = (event, key) => {
  if (after_g && Date.now() - after_g < 1500) {
    after_g = 0;
    return press(`[data-go="${CSS.escape(key)}"]`) || goHidden(key);
  }
  if (key === "/") return openDialog(event.shiftKey ? "keys" : "palette");
  if (key === "g") return Boolean((after_g = Date.now()));
  return press(`[data-key="${CSS.escape(key)}"]`);
};

// A place inside the closed «More» menu is not shown, but its key still goes there.
const goHidden = (key) => {
  const link = document.querySelector(`a[data-go="${CSS.escape(key)}"]`);
  if (link) location.assign(link.href);
  return Boolean(link);
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const key = combination(event);
  if (key === "ctrl+k") return openDialog("palette") && event.preventDefault();
  if (key === "ctrl+enter") {
    const form = event.target.closest?.("form");
    if (form) return event.preventDefault(), form.requestSubmit(form.querySelector("[data-key='ctrl+enter'], button:not([type=button])"));
    return press("[data-key='ctrl+enter']") && event.preventDefault();
  }
  if (event.ctrlKey || event.metaKey || typing(event.target) || !enabled() || key === "enter" || key === "space") return;
  if (single(event, key)) event.preventDefault();
});

const label = (item) => item.getAttribute("aria-label") ?? item.title ?? "";
const text = (item) => label(item) || [...item.childNodes].filter((node) => node.nodeName !== "KBD").map((node) => node.textContent).join("").trim();

// One of several choices says of what: «How the call ended: no answer».
const meaning = (item) => {
  const legend = item.matches("label") ? item.closest("fieldset")?.querySelector("legend")?.textContent.trim() : "";
  return [legend, text(item)].filter(Boolean).join(": ");
};

// Only what a key would press now: the outcomes of a call wait for their tab.
const listHere = () => {
  const home = document.getElementById("keys-here");
  const found = [...document.querySelectorAll("[data-key]")].filter((item) => item.getClientRects().length && !item.closest("#toasts") && text(item));
  const seen = new Map(found.map((item) => [item.dataset.key, meaning(item)]));
  home.replaceChildren();
  for (const [key, name] of seen) {
    const parts = key.split("+").flatMap((part) => [element("kbd", {}, part.length === 1 ? part.toUpperCase() : part[0].toUpperCase() + part.slice(1)), " "]);
    home.append(element("dt", {}, ...parts), element("dd", {}, name));
  }
};

document.getElementById("keys")?.addEventListener("dialog:open", listHere);
for (const box of document.querySelectorAll("[data-single-keys]")) {
  box.checked = enabled();
  box.addEventListener("change", () => {
    localStorage.setItem(STORE, box.checked ? "on" : "off");
    for (const other of document.querySelectorAll("[data-single-keys]")) other.checked = box.checked;
  });
}
