// <details class="v-menu">: one open at a time; a click outside or Esc closes it; arrows walk through it.
const open = () => document.querySelectorAll("details.v-menu[open]");
const items = (menu) => [...menu.querySelectorAll(".list :is(a, button)")].filter((item) => item.offsetParent);

const close = (menu) => {
  if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  menu.open = false;
};

document.addEventListener("click", (event) => {
  for (const menu of open()) {
    const inside = menu.contains(event.target);
    if (!inside || event.target.closest("a.item, [data-opens], [data-close]")) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.("details.v-menu[open]") ?? open()[0];
  if (!menu) return;
  if (event.key === "Escape") {
    event.preventDefault();
    return close(menu);
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !menu.contains(document.activeElement) || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  const all = items(menu);
  const at = all.indexOf(document.activeElement);
  all.at((at < 0 ? (step > 0 ? 0 : -1) : at + step) % all.length)?.focus();
});

document.addEventListener("focusin", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});
