// The first run proposes the time zone of this browser.
const field = document.querySelector("input[name=time_zone]");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (field && zone && field.value === field.defaultValue && !document.querySelector(".v-bad")) field.value = zone;
