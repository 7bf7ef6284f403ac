// A refusal by a rule (header X-Vedu-Refused) never replaces the part it was asked from: it stands where the nearest
// data-refused says (a selector; empty: that element itself), else on top of the form in a dialog, else above the page.
import { element } from "./words.js";

const inDialog = (elt) => {
  const form = elt.closest("dialog") && (elt.closest("form") ?? elt.closest("dialog"));
  if (!form) return null;
  const place = form.querySelector(":scope > [data-refused]") ?? element("div", { "data-refused": "" });
  form.prepend(place);
  return place;
};

const home = (elt) => {
  const holder = elt.closest("[data-refused]");
  if (holder) return holder.dataset.refused ? document.querySelector(holder.dataset.refused) : holder;
  return inDialog(elt) ?? document.getElementById("notices");
};

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  if (!xhr.getResponseHeader("X-Vedu-Refused")) return;
  event.detail.target = home(requestConfig.elt);
  event.detail.swapOverride = "innerHTML";
});
// What the person does next clears it; a part that loads or looks by itself does not take away what is being read.
const asked = ({ elt, requestConfig: { verb, triggeringEvent } }) =>
  !elt.closest("[data-quiet]") && (verb !== "get" || triggeringEvent?.isTrusted);

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.xhr.status < 400 && asked(event.detail)) document.querySelectorAll("#notices > .v-refused").forEach((notice) => notice.remove());
});
