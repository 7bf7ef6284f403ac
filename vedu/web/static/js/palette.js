// Search and commands in one box. The server fills #hits; under what it found stand the commands of this page
// (everything with data-key) and the places, those whose words begin with what is typed.
import { element, icon } from "./words.js";

const palette = document.getElementById("palette");
const input = palette?.querySelector("input");
const hits = palette?.querySelector("#hits");
const options = () => [...hits.querySelectorAll("[role=option]")];
const head = (name) => palette.querySelector("#palette-heads").content.querySelector(`[data-head="${name}"]`).textContent;

const select = (chosen) => {
  for (const option of options()) option.setAttribute("aria-selected", String(option === chosen));
  options().forEach((option, at) => (option.id ||= `hit-${at}`));
  if (!chosen) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
};

const matches = (text) => text.toLowerCase().split(/\s+/).some((word) => word.startsWith(input.value.trim().toLowerCase()));

const group = (name, found) => {
  if (!found.length) return;
  const label = element("p", { class: "group", role: "presentation" }, head(name));
  hits.append(element("div", { role: "group", "aria-label": head(name), "data-own": "" }, label, ...found));
};

const command = (item) => {
  const made = element("button", { class: "hit", role: "option", type: "button", tabindex: "-1" }, icon("bolt"), element("span", {}, words_of(item)));
  made.append(element("kbd", { class: "v-push", "aria-hidden": "true" }, item.dataset.key.toUpperCase()));
  made.addEventListener("click", () => (palette.close(), item.click()));
  return made;
};
const words_of = (item) => item.getAttribute("aria-label") ?? [...item.childNodes].filter((node) => node.nodeName !== "KBD").map((node) => node.textContent).join("").trim();

const kept = (id) =>
  [...palette.querySelector(`#${id}`).content.cloneNode(true).children].filter((place) => matches(place.querySelector("span").textContent));

const addOwn = () => {
  hits.querySelectorAll("[data-own]").forEach((old) => old.remove());
  const commands = [...document.querySelectorAll("[data-key]")].filter((item) => item.getClientRects().length && !item.closest("dialog, #toasts"));
  group("do", commands.filter((item) => matches(words_of(item))).map(command));
  group("create", kept("creates"));
  group("open", kept("places"));
  select(options()[0]);
};

const move = (step) => {
  const all = options();
  const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  select(all.at((at + step) % all.length));
};

if (palette) {
  palette.addEventListener("dialog:open", () => {
    input.value = "";
    hits.replaceChildren();
    addOwn();
    input.focus();
  });
  input.addEventListener("input", addOwn);
  hits.addEventListener("htmx:afterSettle", addOwn);
  palette.addEventListener("keydown", (event) => {
    // A search field keeps the first Esc for itself.
    if (event.key === "Escape") return event.preventDefault(), palette.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step && event.key !== "Enter") return;
    const chosen = options().find((option) => option.getAttribute("aria-selected") === "true");
    if (!step && (!chosen || event.ctrlKey)) return;
    event.preventDefault();
    if (step) move(step);
    else chosen.click();
  });
  palette.addEventListener("click", (event) => event.target === palette && palette.close());
}
