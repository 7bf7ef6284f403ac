// What is typed into a form with data-typed survives a look at another card: this browser keeps it until it is sent or
// thrown away. The form's address says what it is about.
import { element, words } from "./words.js";
import { person } from "./person.js";

const LATER = 250;
const KEPT_DAYS = 30;
const key = (form) => `vedu.draft.${person()}.${form.dataset.typed || form.getAttribute("action")}`;
const fields = (form) => [...form.elements].filter((field) => field.name && !["hidden", "submit", "button", "password", "file"].includes(field.type));
const typed = (field) => field.matches("textarea, input[type=text], input:not([type])") && field.value.trim() && field.value !== field.defaultValue;
const waiting = new Map();

const values = (form) =>
  fields(form)
    .filter((field) => !["radio", "checkbox"].includes(field.type) || field.checked)
    .map((field) => [field.name, field.value]);

const keep = (form) => {
  waiting.delete(form);
  if (!person()) return;
  if (!fields(form).some(typed)) return drop(form);
  localStorage.setItem(key(form), JSON.stringify({ at: Date.now(), values: values(form) }));
};

const drop = (form) => {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  localStorage.removeItem(key(form));
  form.querySelector(".v-draft")?.remove();
};

const put = (field, value) => {
  if (["radio", "checkbox"].includes(field.type)) field.checked = field.value === value;
  else field.value = value;
};

const restore = (form) => {
  const draft = JSON.parse(localStorage.getItem(key(form)) ?? "null");
  if (!draft || form.querySelector(".v-draft") || fields(form).some(typed)) return;
  if (Date.now() - draft.at > KEPT_DAYS * 86_400_000) return drop(form);
  for (const [name, value] of draft.values) for (const field of fields(form)) if (field.name === name && (field.type !== "radio" || field.value === value)) put(field, value);
  const away = element("button", { type: "button", class: "v-btn sm quiet" }, words.dropDraft);
  away.addEventListener("click", () => (drop(form), form.reset(), form.querySelector("textarea")?.focus()));
  const note = element("p", { class: "v-draft v-row v-sm v-2" }, element("span", {}, words.draft), away);
  form.querySelector("textarea, input[type=text]").before(note);
};

const wants = (form) => person() && form?.matches?.("form[data-typed]");
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!wants(form)) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => keep(form), LATER));
});
// A card is left sooner than a pause in typing comes.
addEventListener("pagehide", () => waiting.forEach((timer, form) => (clearTimeout(timer), keep(form))));

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  if (wants(requestConfig.elt) && requestConfig.verb === "post" && xhr.status < 300) drop(requestConfig.elt);
});
document.addEventListener("submit", (event) => wants(event.target) && !event.defaultPrevented && drop(event.target));
const restoreIn = (part) => {
  if (!person()) return;
  if (wants(part)) restore(part);
  part.querySelectorAll?.("form[data-typed]").forEach(restore);
};
document.addEventListener("htmx:load", (event) => restoreIn(event.detail.elt));
restoreIn(document);
