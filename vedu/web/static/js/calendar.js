// A task is carried to another day or hour, by hand or by Shift and arrows; the server says where it stands now. A
// press on an empty hour plans a step there.
const SNAP = 15;
const FAR = 5;
const wide = matchMedia("(min-width: 900px)");
let carried = null;

const two = (number) => String(number).padStart(2, "0");
const clock = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const minutesOf = (text) => (text ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : null);
const dayAfter = (on, days) => {
  const [year, month, day] = on.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
};

const move = (task, on, at) => {
  if (on === task.dataset.on && at === task.dataset.at) return;
  const url = `/tasks/${task.dataset.task}/due?page=calendar`;
  htmx.ajax("POST", url, { source: task, swap: "none", values: { step_on: on, step_time: at } }).then(() => {
    document.querySelector(`#ev-${task.dataset.task} .what`)?.focus();
  });
};

// Minutes of the day under a height of the screen, within the hours that are shown.
const minuteAt = (hours, y) => {
  const { first, last } = hours.closest(".v-week").dataset;
  const box = hours.getBoundingClientRect();
  const minute = Number(first) * 60 + ((y - box.top) / box.height) * (last - first) * 60;
  return Math.max(first * 60, Math.min(last * 60 - SNAP, Math.round(minute / SNAP) * SNAP));
};

const placeAt = (x, y, top) => {
  const under = document.elementFromPoint(x, y);
  const day = under?.closest(".v-cal .day");
  if (!day) return null;
  const hours = day.querySelector(".hours");
  if (!hours) return { day, on: day.dataset.on, at: null };
  return { day, on: day.dataset.on, at: hours.contains(under) ? clock(minuteAt(hours, top)) : "" };
};

const light = (day) => {
  for (const each of document.querySelectorAll(".v-cal .day")) each.classList.toggle("target", each === day);
};

const lift = ({ task, x, y }) => {
  const box = task.getBoundingClientRect();
  const ghost = task.cloneNode(true);
  ghost.removeAttribute("id");
  ghost.style.cssText = `left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
  ghost.classList.add("lifted");
  document.body.append(ghost);
  task.classList.add("from");
  return { ghost, box, dx: x - box.left, dy: y - box.top };
};

const drop = () => {
  if (!carried) return;
  carried.lifted?.ghost.remove();
  carried.task.classList.remove("from");
  light(null);
  carried = null;
};

document.addEventListener("pointerdown", (event) => {
  const task = event.target.closest?.(".v-ev.moves");
  if (!task || event.button || event.pointerType === "touch" || !wide.matches || event.target.closest(".move")) return;
  carried = { task, x: event.clientX, y: event.clientY };
});

document.addEventListener("pointermove", (event) => {
  if (!carried) return;
  const { clientX: x, clientY: y } = event;
  if (!carried.lifted && Math.hypot(x - carried.x, y - carried.y) < FAR) return;
  carried.lifted ??= lift(carried);
  const { ghost, dx, dy } = carried.lifted;
  ghost.style.left = `${x - dx}px`;
  ghost.style.top = `${y - dy}px`;
  carried.place = placeAt(x, y, y - dy);
  light(carried.place?.day);
});

document.addEventListener("pointerup", () => {
  if (!carried?.lifted) return void (carried = null);
  const { task, place } = carried;
  drop();
  // The press that ends here would follow the link of the task, or plan a step.
  const still = (event) => (event.preventDefault(), event.stopPropagation());
  document.addEventListener("click", still, true);
  setTimeout(() => document.removeEventListener("click", still, true));
  if (place) move(task, place.on, place.at ?? task.dataset.at);
});

document.addEventListener("pointercancel", drop);
document.addEventListener("dragstart", (event) => event.target.closest?.(".v-ev.moves") && event.preventDefault());

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && carried) return drop();
  const task = event.target.closest?.(".v-ev.moves");
  const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -30], ArrowDown: [0, 30] }[event.key];
  if (!task || !by || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const minutes = minutesOf(task.dataset.at);
  const at = minutes === null ? "" : clock(Math.max(0, Math.min(24 * 60 - 30, minutes + by[1])));
  move(task, dayAfter(task.dataset.on, by[0]), at);
});

document.addEventListener("click", (event) => {
  const hours = event.target.closest?.(".v-week .hours");
  const plan = hours?.closest("[data-plan]").dataset.plan;
  if (!plan || !wide.matches || event.target.closest(".v-ev")) return;
  const minute = Math.floor(minuteAt(hours, event.clientY) / 30) * 30;
  const on = hours.closest(".day").dataset.on;
  htmx.ajax("GET", `${plan}&on=${on}&time=${clock(minute)}`, { source: hours, target: "#ask" });
});
