// Calling by keyboard alone: an outcome that asks for more opens with its first field ready, Enter there sends it, Esc
// goes back to the keys. A call that was begun here is timed; its seconds go along with the outcome. An outcome that is
// taken back brings what was typed back too.
let begun = 0;
let ticking = 0;
let sent = { url: "", fields: [] };

const two = (number) => String(number).padStart(2, "0");
const open = () => document.querySelector(".v-outcome-ask[open]");

// At once, not with the event that tells of it later: the next key must find its field.
document.addEventListener("click", (event) => {
  const summary = event.target.closest?.("summary.v-outcome");
  if (!summary) return;
  event.preventDefault();
  const ask = summary.parentElement;
  const opens = !ask.open;
  for (const other of document.querySelectorAll(".v-outcome-ask[open]")) other.open = false;
  ask.open = opens;
  if (opens) ask.querySelector("[data-first]")?.focus();
});

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
  if (event.detail.elt.id === "call-form") sent = { url: event.detail.path, fields: [...new FormData(event.detail.elt)] };
  if (event.detail.elt.id === "call-form" && begun) event.detail.parameters.set("seconds", Math.round((Date.now() - begun) / 1000));
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.xhr.status >= 300 || event.detail.elt?.id !== "calling") return;
  clearInterval(ticking);
  begun = 0;
});

const typeAgain = (form) => {
  for (const [name, value] of sent.fields) {
    const field = form.elements[name];
    if (!value || !field || field.type === "hidden") continue;
    if (field instanceof RadioNodeList) field.value = value;
    else if (field.matches("input:not([type=radio]), textarea, select")) field.value = value;
    else field.checked = field.value === value;
  }
};
document.addEventListener("htmx:afterSwap", (event) => {
  const form = document.getElementById("call-form");
  if (event.detail.xhr.status >= 300 || !form) return;
  if (event.detail.pathInfo.requestPath.endsWith("/taking-back") && form.getAttribute("action") === sent.url) typeAgain(form);
  if (event.detail.pathInfo.requestPath.endsWith("/attempts")) for (const one of document.querySelectorAll(".v-objecting details[open]")) one.open = false;
});
