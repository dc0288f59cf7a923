// Keys for reviewing one story after the other; each presses what has a button or a link on the page.
const KEYS = {
  j: "next", ArrowRight: "next", k: "previous", ArrowLeft: "previous", p: "publish", Enter: "publish", r: "note",
};
let pressed = false;
addEventListener("pageshow", () => { pressed = false; });
addEventListener("keydown", (event) => {
  const { target } = event;
  if (target.matches("input, textarea, select")) {
    if (event.key === "Escape") target.blur();
    return;
  }
  // On a link or a button Enter is that link's or button's own.
  if (event.key === "Enter" && target.closest("a, button")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || pressed) return;
  const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const found = name && document.querySelector(`[data-key=${name}]`);
  if (!found) return;
  event.preventDefault();
  if (name === "note") {
    found.focus();
    return;
  }
  pressed = true;
  found.click();
});
document.querySelector("[data-keys]").hidden = false;
