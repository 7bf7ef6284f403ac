// Sends a card to another stage. The card stays where it was, dimmed, and a ghost waits in the new column until the
// server has answered: moved (event deal:moved), asked for what is missing (a dialog in #ask), or refused.
import { element } from "../words.js";

export const board = () => document.getElementById("board");
export const columns = () => [...board().querySelectorAll(".v-col")];
export const columnOf = (card) => card.closest(".v-col");
export const focusCard = (card) => card?.querySelector("a")?.focus({ preventScroll: false });
export const say = (text) => document.dispatchEvent(new CustomEvent("say", { detail: { text } }));

const form = () => document.getElementById("move");
let waiting = null;

const ghostOf = (card) => {
  const name = element("div", { class: "head" }, element("b", {}, card.querySelector("a").textContent));
  return element("li", { class: "v-card ghost", "aria-hidden": "true" }, name, element("span", { class: "v-sm" }));
};

const settle = () => {
  if (!waiting) return null;
  const { card, ghost, column } = waiting;
  waiting = null;
  ghost.remove();
  column.classList.remove("target");
  card.classList.remove("from");
  card.inert = false;
  return card;
};

const post = () => {
  const url = form().getAttribute("action").replace("/0/", `/${waiting.card.id.replace("deal-", "")}/`);
  form().elements.stage.value = waiting.column.dataset.stage;
  htmx.ajax("POST", url, { source: form(), target: "#ask", swap: "innerHTML" });
};

export const send = (card, column) => {
  if (!column || column === columnOf(card)) return;
  settle();
  const ghost = ghostOf(card);
  waiting = { card, ghost, column };
  card.classList.add("from");
  card.inert = true;
  column.classList.add("target");
  column.querySelector("ol").prepend(ghost);
  post();
};

const place = (card, list) => {
  const attend = Number(card.dataset.attend);
  const after = [...list.querySelectorAll(".v-card[data-attend]")].find((other) => other !== card && Number(other.dataset.attend) > attend);
  list.insertBefore(card, after ?? null);
};

document.addEventListener("deal:moved", (event) => {
  settle();
  const card = document.getElementById(`deal-${event.detail.deal}`);
  const list = document.getElementById(`cards-${event.detail.stage}`);
  if (!card || !list) return;
  place(card, list);
  card.classList.add("arrived");
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
  focusCard(card);
});

// The server asks: the ghost says that it waits.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "ask" && waiting) waiting.ghost.lastElementChild.textContent = board().dataset.waits;
});
document.addEventListener("ask:dismissed", () => focusCard(settle()));

// Refused, or no answer at all: the card is back. 422 without a refusal is the question, which waits.
document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, xhr } = event.detail;
  if (elt !== form() || xhr.status < 300) return;
  if (xhr.status !== 422 || xhr.getResponseHeader("X-Vedu-Refused")) focusCard(settle());
});
