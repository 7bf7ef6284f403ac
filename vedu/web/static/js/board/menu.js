// «Move to…»: a button on every card, for those who do not drag. The list of stages stands in <template id="stages">.
import { openAsk, closeAsk } from "../dialog.js";
import { element, icon } from "../words.js";
import { board, columnOf, send } from "./move.js";

const give = (card) => {
  if (card.querySelector("button.to") || card.matches(".ghost")) return;
  const label = `${board().dataset.menu}: ${card.querySelector("a").textContent}`;
  card.querySelector(".head").append(element("button", { type: "button", class: "v-icon-btn to", "aria-label": label }, icon("arrow-right")));
};

const open = (card) => {
  const dialog = document.getElementById("stages").content.firstElementChild.cloneNode(true);
  dialog.dataset.at = `#${card.id}`;
  dialog.querySelector("h2 span").textContent = card.querySelector("a").textContent;
  for (const item of dialog.querySelectorAll("[data-stage]")) {
    const column = document.getElementById(`col-${item.dataset.stage}`);
    if (column === columnOf(card)) item.setAttribute("aria-current", "true");
    if (column === columnOf(card).nextElementSibling) item.dataset.focus = "";
    item.addEventListener("click", () => {
      closeAsk(true);
      send(card, column);
    });
  }
  document.getElementById("ask").replaceChildren(dialog);
  openAsk(dialog);
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.to");
  if (button) open(button.closest(".v-card"));
});
document.addEventListener("htmx:load", () => board()?.querySelectorAll(".v-card").forEach(give));
document.addEventListener("deal:moved", (event) => {
  const card = document.getElementById(`deal-${event.detail.deal}`);
  if (card && board()) give(card);
});
