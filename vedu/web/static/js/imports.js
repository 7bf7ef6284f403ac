// A file dropped on the field is sent at once, as is one chosen on the disk.
const zone = (event) => event.target.closest?.("[data-drop]");

document.addEventListener("dragover", (event) => {
  if (!zone(event)) return;
  event.preventDefault();
  zone(event).classList.add("over");
});
document.addEventListener("dragleave", (event) => zone(event)?.classList.remove("over"));
document.addEventListener("drop", (event) => {
  const place = zone(event);
  if (!place || !event.dataTransfer.files.length) return;
  event.preventDefault();
  place.classList.remove("over");
  place.control.files = event.dataTransfer.files;
  place.control.form.requestSubmit();
});
document.addEventListener("change", (event) => {
  if (zone(event) && event.target.files.length) event.target.form.requestSubmit();
});
