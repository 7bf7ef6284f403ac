// While a change is on its way: the button keeps its width, says «Saving», and a second press does nothing.
import { words } from "./words.js";

const under_way = new Map();

const button = (elt, trigger) => trigger?.submitter ?? (elt.matches("button") ? elt : elt.querySelector("button:not([type=button])"));

const start = (pressed) => {
  pressed.style.width = `${pressed.offsetWidth}px`;
  pressed.setAttribute("aria-busy", "true");
  const before = [...pressed.childNodes];
  if (pressed.matches(".v-btn")) pressed.replaceChildren(words.saving);
  if (pressed.scrollWidth > pressed.offsetWidth) pressed.replaceChildren(...before);
  return () => {
    pressed.replaceChildren(...before);
    pressed.removeAttribute("aria-busy");
    pressed.style.width = "";
  };
};

// A button of an editor (add a row, move it) has the rows come anew with what was typed till then: what is typed while
// they are on their way would be lost, so the fields take nothing until they are there.
const hold = (rows) => {
  const open = [...rows.querySelectorAll("textarea, input")].filter((field) => !field.readOnly);
  open.forEach((field) => (field.readOnly = true));
  return () => open.forEach((field) => (field.readOnly = false));
};

// Before htmx queues the second press for later.
document.addEventListener("htmx:confirm", (event) => {
  if (event.detail.verb !== "get" && under_way.has(event.detail.elt)) event.preventDefault();
});
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, requestConfig, target } = event.detail;
  if (requestConfig.verb === "get") return;
  const pressed = button(elt, requestConfig.triggeringEvent);
  const ends = [pressed && start(pressed), elt.matches("button[name=do]") && hold(target)].filter(Boolean);
  under_way.set(elt, () => ends.forEach((end) => end()));
});

const finish = (event) => {
  under_way.get(event.detail.elt)?.();
  under_way.delete(event.detail.elt);
};
document.addEventListener("htmx:afterRequest", finish);

// Plain forms leave the page; the page that comes back from the history must not stay busy.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || under_way.has(form)) return;
  const pressed = event.submitter;
  if (pressed?.matches(".v-btn")) setTimeout(() => under_way.set(form, start(pressed)));
});
addEventListener("pageshow", () => {
  under_way.forEach((stop) => stop());
  under_way.clear();
});
