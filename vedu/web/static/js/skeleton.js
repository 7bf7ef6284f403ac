// A part marked data-skeleton shows skeleton lines in its place, but only when the answer takes over 300 ms.
const PATIENCE = 300;
const waiting = new Map();

const lines = (part) => {
  const count = Math.max(1, Math.min(8, Math.round(part.offsetHeight / 34)));
  part.style.minHeight = `${part.offsetHeight}px`;
  const made = document.createElement("div");
  made.className = "v-skeleton";
  made.setAttribute("aria-hidden", "true");
  made.innerHTML = '<i></i><i style="width:70%"></i>'.repeat(count);
  return made;
};

document.addEventListener("htmx:beforeRequest", (event) => {
  const part = event.detail.target;
  if (event.detail.requestConfig.verb !== "get" || !part?.matches("[data-skeleton]")) return;
  const timer = setTimeout(() => {
    waiting.set(part, { before: [...part.childNodes] });
    part.setAttribute("aria-busy", "true");
    part.replaceChildren(lines(part));
  }, PATIENCE);
  waiting.set(part, { timer });
});
document.addEventListener("htmx:afterRequest", (event) => {
  const part = event.detail.target;
  const wait = waiting.get(part);
  if (!wait) return;
  clearTimeout(wait.timer);
  waiting.delete(part);
  part.removeAttribute("aria-busy");
  part.style.minHeight = "";
  if (!event.detail.successful && wait.before) part.replaceChildren(...wait.before);
});
