// The way is put in order by hand: what was dragged goes where the server says it stands now.
const start = () => {
  const way = document.querySelector("#way > ol");
  if (!way || !window.Sortable || !way.querySelector(".moves") || Sortable.get(way)) return;
  Sortable.create(way, {
    draggable: "li.step",
    filter: "a, button",
    preventOnFilter: false,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180,
    delay: 180,
    delayOnTouchOnly: true,
    forceFallback: true,
    fallbackTolerance: 4,
    onEnd: ({ oldIndex, newIndex }) => {
      if (oldIndex === newIndex) return;
      const stops = [...way.querySelectorAll("li.step")].map((step) => step.dataset.stop);
      htmx.ajax("POST", way.dataset.order, { target: "#way", swap: "outerHTML", values: { stop: stops } });
    },
  });
};

document.addEventListener("htmx:load", start);
