// A photo on its way: piece by piece, going on where the line broke.
const PIECE = 96 * 1024, PAUSES = [1, 2, 4, 8, 15, 30];

export class SignedOut extends Error {}
export class Refused extends Error {}

export const token = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";

// Wait some seconds, or until the line is said to be back.
const rest = (seconds) => new Promise((done) => {
  const timer = setTimeout(done, seconds * 1000);
  addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
});

async function answer(address, options = {}) {
  const response = await fetch(address, { headers: { "X-CSRFToken": token() }, redirect: "manual", ...options });
  if (response.type === "opaqueredirect" || response.status === 401) throw new SignedOut();
  if (response.status === 403) throw new SignedOut();
  const told = await response.json();
  if (response.status >= 500 || response.status === 429) throw new TypeError(told.error);
  if (!response.ok) throw new Refused(told.error);
  return told;
}

// Send a photo as it is kept; `moved` hears how many bytes have arrived. Returns what the server tells of it.
// Throws Refused with a sentence, SignedOut, or TypeError once `patience` pauses have not helped.
export async function send(address, { blob, before, unit }, moved = () => {}, patience = Infinity) {
  const query = new URLSearchParams({ besar: blob.size, asal: before, ...(unit && { satker: unit }) });
  for (let at = null, fails = 0; ;) {
    try {
      if (at === null) at = (await answer(address)).until;
      query.set("dari", Math.min(at, blob.size - 1));
      const piece = blob.slice(Math.min(at, blob.size - 1), at + PIECE);
      const headers = { "X-CSRFToken": token(), "Content-Type": "application/octet-stream" };
      const told = await answer(`${address}?${query}`, { method: "POST", body: piece, headers });
      if (told.photo) return told;
      at = told.until ?? null;  // a server that is at work tells nothing: ask
      if (at === null) await rest(1);
      fails = 0;
      moved(at ?? 0);
    } catch (error) {
      if (error instanceof SignedOut || error instanceof Refused || fails >= patience) throw error;
      await rest(PAUSES[Math.min(fails, PAUSES.length - 1)]);
      [at, fails] = [null, fails + 1];
    }
  }
}
