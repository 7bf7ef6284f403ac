// On a phone one stage is seen at a time: its tab is marked while the board is swiped.
import { board, columns } from "./move.js";

const tabOf = (column) => document.getElementById(column.id.replace("col-", "tab-"));

const mark = (column) => {
  for (const each of columns()) tabOf(each)?.toggleAttribute("aria-current", each === column);
  const tab = tabOf(column);
  tab?.setAttribute("aria-current", "true");
  tab?.parentElement.scrollTo({ left: tab.offsetLeft - (tab.parentElement.offsetWidth - tab.offsetWidth) / 2 });
};

const nearest = () => {
  const left = board().getBoundingClientRect().left;
  const distance = (column) => Math.abs(column.getBoundingClientRect().left - left);
  return columns().reduce((best, column) => (distance(column) < distance(best) ? column : best));
};

let watched = null;
const watch = () => {
  if (!board() || watched === board() || !columns().length) return;
  watched = board();
  let frame = 0;
  watched.addEventListener("scroll", () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => mark(nearest()));
  });
  mark(nearest());
};

document.addEventListener("click", (event) => {
  const tab = event.target.closest(".v-stage-tabs a");
  if (!tab) return;
  event.preventDefault();
  document.querySelector(tab.getAttribute("href")).scrollIntoView({ inline: "start", block: "nearest", behavior: "smooth" });
});
document.addEventListener("htmx:load", watch);
