// What waits on this phone is sent, once, when there is a line: photos first, then the text.
import * as store from "./store.js";
import { Refused, SignedOut, send as sendPhoto } from "./send.js";

const { user, key: door, upload } = document.querySelector("[data-waiting]").dataset;
const NOTHING = "00000000-0000-0000-0000-000000000000";

// The token of the forms belongs to the sign-in, which may have been renewed since the text was written.
async function fresh() {
  const answer = await fetch(door, { redirect: "manual", cache: "no-store" });
  if (!answer.ok) throw new SignedOut();
  const { token } = await answer.json();
  for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = token;
  return token;
}

// Send one text as it is kept. Returns {to} where it led, {again} where its page has to be shown, {signedOut}, or
// {later} where there is no line.
export const send = (text) => navigator.locks?.request ? navigator.locks.request(`redaksi ${text.key}`, () => sendNow(text.key)) : sendNow(text.key);

async function sendNow(key) {
  const text = await store.get("texts", key);
  if (!text) return { to: null, gone: true };  // another tab has sent it
  try {
    const token = await fresh();
    const names = await sendPhotos(text);
    const order = text.order.map((id) => names.get(id) ?? id).filter((id) => /^\d+$/.test(id));
    const body = new FormData();
    for (const [name, value] of text.fields) {
      const [kind, id] = [name.slice(0, name.indexOf("_")), name.slice(name.indexOf("_") + 1)];
      body.append(names.has(id) ? `${kind}_${names.get(id)}` : name, name === "photos" ? order.join(",") : value);
    }
    body.set("photos", order.join(","));
    body.set("intent", text.intent);
    body.set("csrfmiddlewaretoken", token);
    const answer = await fetch(text.action, { method: "POST", body, redirect: "manual", headers: { Accept: "application/json" } });
    if (answer.type === "opaqueredirect" || answer.status === 401) return { signedOut: true };
    if (answer.status >= 500) return { later: true, failed: true };
    if (!answer.ok) return { again: true };
    const { to } = await answer.json();
    await store.forget(key);
    return { to };
  } catch (error) {
    if (error instanceof SignedOut) return { signedOut: true };
    if (error instanceof Refused) return { again: true };
    return { later: true };
  }
}

// Send the photos of a text that have not arrived, and return the number of each by the id it had here.
async function sendPhotos(text) {
  const names = new Map();
  for (const shot of await store.photosOf(text.key)) {
    if (!text.order.includes(shot.id) && !text.order.includes(String(shot.photo?.id))) continue;
    if (!shot.photo) {
      const told = await sendPhoto(upload.replace(NOTHING, shot.id), shot, () => {}, 1);
      shot.photo = told.photo;
      await store.put("photos", shot);
    }
    names.set(shot.id, String(shot.photo.id));
  }
  return names;
}

// Send all that waits; tell each end.
export async function flush(told) {
  for (const text of await store.texts(user)) {
    if (text.state !== "queued") continue;
    const end = await send(text);
    if (end.again) await store.put("texts", { ...text, state: "refused" });
    told(text, end);
    if (end.later || end.signedOut) return;
  }
}

export const waiting = () => store.texts(user);
