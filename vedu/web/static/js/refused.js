// A refusal by a rule (header X-Vedu-Refused) never replaces the part it was asked from: it stands where the nearest
// data-refused says (a selector, or "this"), else in the open form of a dialog, else above the page.
const home = (elt) => {
  const holder = elt.closest("[data-refused]");
  const said = holder?.dataset.refused;
  if (said === "this" || said === "") return holder;
  return (said && document.querySelector(said)) ?? document.getElementById("notices");
};

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, elt } = event.detail;
  if (!xhr.getResponseHeader("X-Vedu-Refused")) return;
  event.detail.target = home(elt);
  event.detail.swapOverride = "innerHTML";
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) document.querySelectorAll("#notices > .v-refused").forEach((notice) => notice.remove());
});
