// The portal counts the data of its own answers. What it cannot see is reported from here: files that come from a
// folder or a proxy, and what a proxy took off a page by compressing it.
const { meter, folders } = document.querySelector("[data-meter]").dataset;
const KEY = "meter";
// A report costs about a kilobyte: small change waits for the next pages of this tab.
const WORTH = 50000;
let elsewhere = 0;
let page = performance.getEntriesByType("navigation")[0];

const unseen = () => {
  let sum = elsewhere;
  elsewhere = 0;
  for (const { name, transferSize } of performance.getEntriesByType("resource")) {
    const { origin, pathname } = new URL(name);
    const is = (folder) => pathname.startsWith(folder);
    if (origin === location.origin && folders.split(" ").some(is)) sum += transferSize || 0;
  }
  performance.clearResourceTimings();
  const counted = page?.serverTiming?.find(({ name }) => name === "sent")?.duration;
  if (counted && page.transferSize > page.encodedBodySize) sum += page.encodedBodySize - counted;
  page = null; // once
  return Math.round(sum);
};

const tell = () => {
  const sum = Number(sessionStorage.getItem(KEY)) + unseen();
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  const worth = token && Math.abs(sum) >= WORTH;
  const body = new URLSearchParams({ csrfmiddlewaretoken: token?.value, down: sum });
  sessionStorage.setItem(KEY, worth && navigator.sendBeacon(meter, body) ? 0 : sum);
};

// What the service worker fetched for the time without a line.
navigator.serviceWorker?.addEventListener("message", ({ data }) => { elsewhere += data?.fetched || 0; });

// Telephones end a page without a word: when it goes out of sight is the last moment that is sure to come.
document.addEventListener("visibilitychange", () => document.hidden && tell());
window.addEventListener("pagehide", tell);
