// Calling by keyboard alone: an outcome that asks for more opens with its first field ready, Enter there sends it, Esc
// goes back to the keys. A call that was begun here is timed; its seconds go along with the outcome.
let begun = 0;
let ticking = 0;

const two = (number) => String(number).padStart(2, "0");
const open = () => document.querySelector(".v-outcome-ask[open]");

document.addEventListener("toggle", (event) => {
  const ask = event.target;
  if (!ask.matches?.(".v-outcome-ask") || !ask.open) return;
  for (const other of document.querySelectorAll(".v-outcome-ask[open]")) if (other !== ask) other.open = false;
  ask.querySelector("[data-first]")?.focus();
}, true);

document.addEventListener("keydown", (event) => {
  if (!document.getElementById("call-form") || event.isComposing) return;
  const ask = event.target.closest?.(".v-outcome-ask[open]");
  const field = event.target.matches?.("input, select, textarea");
  if (event.key === "Escape" && (field || open())) {
    event.target.blur?.();
    if (open()) open().open = false;
    document.querySelector(".v-in-hand h2")?.focus();
    return event.preventDefault();
  }
  if (event.key !== "Enter" || !field) return;
  if (ask) {
    event.preventDefault();
    event.stopPropagation();
    ask.querySelector("button.main").click();
  } else if (event.target.matches("input") && !event.ctrlKey) {
    event.preventDefault(); // Enter in an answer is not an outcome yet
  }
}, true);

document.addEventListener("click", (event) => {
  const call = event.target.closest?.("[data-call]");
  if (!call) return;
  begun = Date.now();
  clearInterval(ticking);
  ticking = setInterval(() => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    const shown = call.querySelector("span");
    if (shown) shown.textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  }, 1000);
});
document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt.id === "call-form" && begun) event.detail.parameters.set("seconds", Math.round((Date.now() - begun) / 1000));
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.xhr.status >= 300 || event.detail.elt?.id !== "calling") return;
  clearInterval(ticking);
  begun = 0;
});
