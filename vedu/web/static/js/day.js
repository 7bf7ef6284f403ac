// An entry of the day is carried to another day (the switch above) or to an hour of it (the ruler); T puts the one that
// has focus off till tomorrow. It is the move of the dialog, so the server answers with the day and a way back.
const SNAP = 15;
const FAR = 5;
const wide = matchMedia("(min-width: 900px)");
let carried = null;

const two = (number) => String(number).padStart(2, "0");
const clock = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

// ``at`` null: the hour that it has. What stays on the page keeps the focus, else it goes on to the next entry.
const move = (entry, on, at, stays) => {
  const { pathname, searchParams: said } = new URL(entry.querySelector("[aria-keyshortcuts=t]").href);
  const next = stays ? `${said.get("next").split("#")[0]}#${entry.parentElement.id}` : said.get("next");
  const values = { page: said.get("page"), next, step_on: on, step_time: at ?? entry.dataset.at };
  htmx.ajax("POST", pathname, { source: entry, swap: "none", values });
};

const hourAt = (ruler, x) => {
  const first = Number(ruler.dataset.first);
  const last = Number(ruler.dataset.last);
  const box = ruler.getBoundingClientRect();
  const minute = first + ((x - box.left) / box.width) * (last - first);
  return clock(Math.max(first, Math.min(last - SNAP, Math.round(minute / SNAP) * SNAP)));
};

const placeAt = (x, y) => {
  const under = document.elementFromPoint(x, y);
  const target = under?.closest("#day-seg [data-on], #day-ruler");
  if (!target) return null;
  const isRuler = target.id === "day-ruler";
  return { target, on: target.dataset.on, at: isRuler ? hourAt(target, x) : null, stays: isRuler };
};

const light = (target) => {
  for (const each of document.querySelectorAll("#day-seg [data-on], #day-ruler")) each.classList.toggle("target", each === target);
};

const lift = ({ entry, x, y }) => {
  const box = entry.getBoundingClientRect();
  const ghost = entry.cloneNode(true);
  for (const each of ghost.querySelectorAll("[id]")) each.removeAttribute("id");
  ghost.style.cssText = `left:${box.left}px;top:${box.top}px;width:${box.width}px`;
  ghost.classList.add("lifted");
  ghost.inert = true;
  document.body.append(ghost);
  entry.classList.add("from");
  document.getElementById("day-ruler")?.scrollIntoView({ block: "nearest" });
  return { ghost, dx: x - box.left, dy: y - box.top };
};

const drop = () => {
  if (!carried) return;
  carried.lifted?.ghost.remove();
  carried.entry.classList.remove("from");
  light(null);
  carried = null;
};

document.addEventListener("pointerdown", (event) => {
  const entry = event.target.closest?.(".v-entry.moves");
  if (!entry || event.button || event.pointerType === "touch" || !wide.matches || event.target.closest(".do, .fit, .stop")) return;
  carried = { entry, x: event.clientX, y: event.clientY };
});

document.addEventListener("pointermove", (event) => {
  if (!carried) return;
  const { clientX: x, clientY: y } = event;
  if (!carried.lifted && Math.hypot(x - carried.x, y - carried.y) < FAR) return;
  if (!carried.lifted) {
    carried.lifted = lift(carried);
    getSelection()?.removeAllRanges();
  }
  const { ghost, dx, dy } = carried.lifted;
  ghost.style.left = `${x - dx}px`;
  ghost.style.top = `${y - dy}px`;
  carried.place = placeAt(x, y);
  light(carried.place?.target);
  const hour = carried.place?.at;
  if (hour) ghost.querySelector(".at b").textContent = hour;
});

document.addEventListener("pointerup", () => {
  if (!carried?.lifted) return void (carried = null);
  const { entry, place } = carried;
  drop();
  // The press that ends here would follow a link.
  const still = (event) => (event.preventDefault(), event.stopPropagation());
  document.addEventListener("click", still, true);
  setTimeout(() => document.removeEventListener("click", still, true));
  if (place) move(entry, place.on, place.at, place.stays);
});

document.addEventListener("pointercancel", drop);
document.addEventListener("dragstart", (event) => event.target.closest?.(".v-entry.moves") && event.preventDefault());

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && carried) return drop();
  const entry = event.target.closest?.(".v-entry.moves");
  const other = document.querySelector("#day-seg [data-on]");
  if (event.code !== "KeyT" || !entry || !other || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (localStorage.getItem("vedu.single-keys") === "off") return;
  event.preventDefault();
  move(entry, other.dataset.on, null, false);
});
