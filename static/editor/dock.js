// Keeps the row of buttons in sight on a phone: above the form's own buttons, and above the keyboard. Returns how far
// from the edges of the window the line that is written has to stay.
export function dock(frame, strip) {
  const bar = frame.closest("form")?.querySelector(".sticky");
  const seen = window.visualViewport;
  let low = 0;
  const place = () => {
    const below = bar && getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    const zoomed = !seen || seen.scale > 1.01;
    const keyboard = zoomed ? 0 : Math.max(0, Math.round(window.innerHeight - seen.height - seen.offsetTop));
    low = Math.max(below, keyboard);
    frame.style.setProperty("--dock", `${low}px`);
  };
  for (const event of ["resize", "scroll"]) seen?.addEventListener(event, place);
  window.addEventListener("resize", place);
  place();
  const clear = () => strip.offsetHeight + 24;
  return {
    left: 5,
    right: 5,
    get top() {
      return clear();
    },
    get bottom() {
      return low + clear();
    },
  };
}
