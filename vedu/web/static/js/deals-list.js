// The list of deals: one box ticks all the others of its name.
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-all]");
  if (!all) return;
  const boxes = all.form.querySelectorAll(`input[type=checkbox][name="${all.dataset.all}"]`);
  boxes.forEach((box) => { box.checked = all.checked; });
});
