// Cards follow the hand. What was dropped goes back to its place at once: it moves when the server says so.
import { board, columnOf, columns, send } from "./move.js";

const light = (column) => {
  for (const each of columns()) each.classList.toggle("target", each === column);
};

const returnTo = ({ item, from, oldIndex }) => from.insertBefore(item, from.children[oldIndex] ?? null);

const options = {
  group: "deals",
  draggable: ".v-card:not(.ghost)",
  filter: "button",
  preventOnFilter: false,
  sort: false,
  animation: 180,
  delay: 180,
  delayOnTouchOnly: true,
  forceFallback: true,
  fallbackTolerance: 4,
  fallbackOnBody: true,
  fallbackClass: "lifted",
  ghostClass: "from",
  onMove: ({ to }) => light(columnOf(to)),
  onEnd: (event) => {
    light(null);
    if (event.to === event.from) return;
    const column = columnOf(event.to);
    returnTo(event);
    send(event.item, column);
  },
};

const start = () => {
  if (!board() || matchMedia("(prefers-reduced-motion: reduce)").matches) options.animation = 0;
  for (const column of board() ? columns() : []) {
    const list = column.querySelector("ol");
    if (!Sortable.get(list)) Sortable.create(list, options);
  }
};

document.addEventListener("htmx:load", start);
