// Cards that were opened last, one key away. The browser keeps them for each person apart, so that reading writes
// nothing on the server; what is pinned comes from there, with the panel.
import { person } from "./person.js";

const SHOWN = 7;
const store = () => `vedu.recent.${person()}`;
const kept = () => JSON.parse(localStorage.getItem(store()) ?? "[]");
const menu = () => document.querySelector("[data-recent-menu]");

// {key: "deal-7", url, name, about}: the newest first.
const remember = () => {
  const card = document.querySelector("[data-recent]");
  if (!card || !person()) return;
  const { recent: key, name, about = "", pin = "" } = card.dataset;
  const opened = { key, url: location.pathname, name, about, pin };
  localStorage.setItem(store(), JSON.stringify([opened, ...kept().filter((one) => one.key !== key)].slice(0, SHOWN + 1)));
};

const row = (panel, card) => {
  const made = panel.querySelector("[data-recent-row]").content.cloneNode(true).firstElementChild;
  made.querySelector("a").href = card.url;
  made.querySelector("b").textContent = card.name;
  made.querySelector("small").textContent = card.about;
  made.querySelector("[data-name]").textContent = card.name;
  const button = made.querySelector("button");
  button.hidden = !card.pin;
  for (const [name, value] of Object.entries({ "hx-post": card.pin, "hx-target": "#recent-panel", "hx-swap": "innerHTML", "data-refused": "#recent-refused" })) button.setAttribute(name, value);
  return made;
};

// Pins stand first and are not told twice, and neither is the card that is open.
const fill = (panel) => {
  const here = document.querySelector("[data-recent]")?.dataset.recent;
  const pinned = new Set([...panel.querySelectorAll("[data-card]")].map((one) => one.dataset.card));
  const cards = kept().filter((one) => !pinned.has(one.key));
  cards.sort((one, other) => (one.key === here) - (other.key === here));
  const list = panel.querySelector("[data-recents]");
  list.querySelector("ul").replaceChildren(...cards.slice(0, SHOWN).map((card) => row(panel, card)));
  list.hidden = !cards.length;
  panel.querySelector("[data-none]").hidden = Boolean(cards.length || pinned.size);
  window.htmx?.process(list);
};

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "recent-panel") return;
  fill(event.target);
  if (menu()?.open) event.target.querySelector("a.item, button")?.focus();
});
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("[data-recent-menu]") && event.target.open) window.htmx?.trigger(event.target.querySelector(".list"), "open");
}, true);

remember();
const page = document.querySelector("main #recent-panel");
if (page) fill(page);
