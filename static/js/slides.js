// Arrow keys turn the screens of the projector, F fills the display; without this the links do.
const slides = [...document.querySelectorAll(".slide")];
const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);

const current = () => {
  const places = slides.map((slide) => Math.abs(slide.getBoundingClientRect().top));
  return places.indexOf(Math.min(...places));
};

const show = (place) => {
  const slide = slides[Math.max(0, Math.min(place, slides.length - 1))];
  slide.scrollIntoView();
  slide.focus({ preventScroll: true });
};

const fill = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === " " && event.target.closest("a, button")) return;
  if (NEXT.has(event.key)) show(current() + 1);
  else if (BACK.has(event.key)) show(current() - 1);
  else if (event.key === "Home") show(0);
  else if (event.key === "End") show(slides.length - 1);
  else if (event.key.toLowerCase() === "f" && document.fullscreenEnabled) fill();
  else return;
  event.preventDefault();
});

if (document.fullscreenEnabled) {
  for (const button of document.querySelectorAll(".fill")) {
    button.hidden = false;
    button.addEventListener("click", fill);
  }
}
