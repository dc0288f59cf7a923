// A story that stayed in sight for five seconds has been read: told once, with nothing about who reads.
let timer;
const watch = () => {
  clearTimeout(timer);
  if (document.hidden) return;
  timer = setTimeout(() => {
    document.removeEventListener("visibilitychange", watch);
    navigator.sendBeacon("../dibaca");
  }, 5000);
};
document.addEventListener("visibilitychange", watch);
watch();
