// The board by keys: arrows walk from card to card, Space lifts one, arrows carry it to another column, Enter drops it,
// Esc puts it back; > and < send it one stage on or back. The keys are read by place, so that any layout works.
import { board, columnOf, columns, focusCard, say, send } from "./move.js";

const WALK = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
let lifted = null;

const cardsIn = (column) => [...column.querySelectorAll(".v-card:not(.ghost)")];
const named = (words, column) => words.replace("{stage}", column.dataset.name);
const single = () => localStorage.getItem("vedu.single-keys") !== "off";

const beside = (column, step) => columns()[columns().indexOf(column) + step];

const nearest = (column, step, index) => {
  let next = beside(column, step);
  while (next && !cardsIn(next).length) next = beside(next, step);
  return next && cardsIn(next)[Math.min(index, cardsIn(next).length - 1)];
};

const walk = (card, [across, down]) => {
  const column = columnOf(card);
  const cards = cardsIn(column);
  const index = cards.indexOf(card);
  focusCard(across ? nearest(column, across, index) : cards[index + down]);
};

const lift = (card) => {
  lifted = { card, home: card.parentElement, before: card.nextElementSibling };
  card.classList.add("lifted");
  say(board().dataset.lifted);
};

const carry = (card, [across]) => {
  const column = across && beside(columnOf(card), across);
  if (!column) return;
  column.querySelector("ol").prepend(card);
  column.scrollIntoView({ inline: "nearest", block: "nearest" });
  focusCard(card);
  say(named(board().dataset.over, column));
};

const putBack = () => {
  const { card, home, before } = lifted;
  lifted = null;
  card.classList.remove("lifted");
  home.insertBefore(card, before?.parentElement === home ? before : null);
  focusCard(card);
};

const drop = (card) => {
  const column = columnOf(card);
  putBack();
  send(card, column);
};

const withLifted = (event) => {
  const { card } = lifted;
  if (event.key === "Escape") return putBack(), say(board().dataset.back), true;
  if (event.code === "Enter" || event.code === "Space") return drop(card), true;
  return WALK[event.key] ? (carry(card, WALK[event.key]), true) : false;
};

const withCard = (event, card) => {
  if (event.code === "Space") return lift(card), true;
  if (WALK[event.key]) return walk(card, WALK[event.key]), true;
  if (!single()) return false;
  if (event.code === "Period") return send(card, beside(columnOf(card), 1)), true;
  if (event.code === "Comma") return send(card, beside(columnOf(card), -1)), true;
  return false;
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const card = event.target.closest?.("#board .v-card");
  if (!card || event.target.matches("button")) return;
  if (lifted && !lifted.card.isConnected) lifted = null;
  if (lifted ? withLifted(event) : withCard(event, card)) event.preventDefault();
});
document.addEventListener("focusout", () => setTimeout(() => {
  if (lifted && !lifted.card.contains(document.activeElement)) putBack();
}));
