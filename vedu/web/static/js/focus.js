// Swaps keep focus: on the same id (htmx does that), else on the field of the same name or the control of the same
// data-key in what came; a part may name its own place with data-focus. A swap settles at once (htmx-config): in the
// 20 ms that htmx leaves for transitions a quick hand has pressed the next key, and its focus would be taken away.
let held = null;

const escape = (text) => CSS.escape(text);
const mark = (active) => {
  if (active.id) return `#${escape(active.id)}`;
  if (active.name) return `[name="${escape(active.name)}"]`;
  if (active.dataset.key) return `[data-key="${escape(active.dataset.key)}"]`;
  return null;
};

document.addEventListener("htmx:beforeSwap", (event) => {
  const active = document.activeElement;
  const { target } = event.detail;
  if (target?.contains(active) && active !== target) held = mark(active);
});
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.target;
  if (part.closest?.("#ask, #hits")) return;
  const wanted = part.querySelector?.("[data-focus]");
  if (wanted) return wanted.focus();
  if (!held || document.activeElement !== document.body) return;
  (part.matches?.(held) ? part : part.querySelector?.(held))?.focus();
});
for (const leaves of ["focusin", "pointerdown"]) document.addEventListener(leaves, () => (held = null));
