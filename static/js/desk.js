// On every page of the desk: what waits on this phone is shown and sent; the desk opens without a line.
import * as queue from "./queue.js";
import * as store from "./store.js";

const box = document.querySelector("[data-waiting]"), { user, worker } = box.dataset;
const list = box.querySelector("ul"), item = box.querySelector("template"), says = box.dataset;
const here = document.querySelector("form.compose")?.dataset.draft;
const USER = "redaksi-user";

async function show() {
  const texts = (await queue.waiting()).filter((text) => text.key !== here).sort((a, b) => b.at - a.at);
  list.replaceChildren(...texts.map((text) => {
    const row = item.content.cloneNode(true), link = row.querySelector("a");
    link.href = text.address;
    link.querySelector("[data-part=title]").textContent = text.title || says.untitled;
    const at = new Date(text.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    row.querySelector("[data-part=state]").textContent = `${says[text.state] ?? says.writing} · ${at}`;
    return row;
  }));
  box.querySelector(".head").hidden = !texts.length;
  box.hidden = !texts.length && !box.querySelector("[data-part=sent]").textContent;
}

let busy = false;
async function flush() {
  if (busy || !navigator.onLine) return;
  busy = true;
  try {
    await queue.flush((text, end) => {
      if (!end.to) return;
      if (text.key === here) return void location.assign(end.to);
      const line = box.querySelector("[data-part=sent]"), link = document.createElement("a");
      [link.href, link.textContent] = [end.to, text.title || says.untitled];
      line.replaceChildren(end.to.includes("kurang") ? says.draft : says.sent, " ", link);
    });
  } finally {
    busy = false;
    await show();
  }
}

addEventListener("online", flush);
setInterval(flush, 30000);
document.addEventListener("visibilitychange", () => document.hidden || flush());
show().then(flush).catch(() => {});

// --- Signing out: nothing of this officer stays behind -------------------------------------------

const forgetPages = async () => { for (const name of await caches.keys()) if (name.startsWith("redaksi-")) await caches.delete(name); };

const out = document.querySelector(".deskhead form");
out?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const texts = await queue.waiting().catch(() => []);
  if (texts.length && !confirm(says.leaving.replace("{count}", texts.length))) return;
  await store.forgetAll(user).catch(() => {});
  await globalThis.caches && (await forgetPages());
  HTMLFormElement.prototype.submit.call(out);
});

// --- Without a line -------------------------------------------------------------------------------

async function settle() {
  if (!("serviceWorker" in navigator)) return;
  if (localStorage.getItem(USER) !== user) {
    await forgetPages();  // another officer has used this phone
    localStorage.setItem(USER, user);
  }
  await navigator.serviceWorker.register(worker, { scope: "/redaksi/" });
}
settle().catch(() => {});
