// The server did not answer, or answered with an error: say so beside the form, keep what was typed, offer Retry.
import { element, icon, words } from "./words.js";

const again = (elt, trigger) => {
  if (elt.matches("form")) return elt.requestSubmit(trigger?.submitter ?? undefined);
  htmx.trigger(elt, trigger?.type ?? "click");
};

const home = (elt) => elt.closest("[data-errors]") ?? (elt.matches("form") ? elt : elt.closest("form")) ?? document.getElementById("notices");

const show = (event) => {
  const { elt, requestConfig } = event.detail;
  if (elt.closest("[data-quiet]")) return;
  const reads = requestConfig.verb === "get";
  const retry = element("button", { type: "button", class: "v-btn sm" }, words.retry);
  const text = element("div", {}, element("b", {}, reads ? words.notLoaded : words.notSaved));
  if (!reads && elt.querySelector("textarea, input:not([type=hidden])")) text.append(" ", element("span", { class: "v-2" }, words.textKept));
  text.append(element("div", { class: "v-row" }, retry));
  const close = element("button", { type: "button", class: "v-icon-btn close", "data-close": "", "aria-label": words.close }, icon("x"));
  const error = element("div", { class: "v-error", role: "alert", "data-failure": "" }, icon("plug-connected-x"), text, close);
  const place = home(elt);
  place.querySelector("[data-failure]")?.remove();
  place.append(error);
  retry.addEventListener("click", () => {
    error.remove();
    again(elt, requestConfig.triggeringEvent);
  });
};

for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) document.addEventListener(name, show);
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) home(event.detail.elt).querySelector("[data-failure]")?.remove();
});
