// The unit's pictures beside the form: searched, turned page by page, taken once more.
import { token } from "./send.js";

export function pick(form, done, opener) {
  const dialog = form.querySelector("template.picker-model").content.firstElementChild.cloneNode(true);
  const part = (name) => dialog.querySelector(`[data-part=${name}]`);
  const list = part("list"), text = dialog.querySelector("[type=search]");
  const fail = () => { list.textContent = dialog.dataset.failed; };

  async function show(address) {
    try {
      const answer = await fetch(address, { redirect: "manual" });
      if (!answer.ok) return fail();
      list.innerHTML = await answer.text();
      list.scrollTop = 0;
    } catch {
      fail();
    }
  }
  const find = () => show(`${dialog.dataset.address}&q=${encodeURIComponent(text.value)}`);

  list.addEventListener("click", async (event) => {
    const link = event.target.closest("a"), button = event.target.closest("[data-use]");
    if (link) {
      event.preventDefault();
      await show(new URL(link.getAttribute("href"), new URL(dialog.dataset.address, location)).href);
    }
    if (!button) return;
    button.disabled = true;
    try {
      const answer = await fetch(button.dataset.use, { method: "POST", redirect: "manual", headers: { Accept: "application/json", "X-CSRFToken": token() } });
      if (!answer.ok) throw new Error();
      done(await answer.json());
      dialog.close();
    } catch {
      fail();
    }
  });
  part("find").onclick = find;
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void find();
  });
  part("cancel").onclick = () => dialog.close();
  dialog.addEventListener("close", () => { dialog.remove(); opener.focus(); });
  form.append(dialog);
  dialog.showModal();
  void find();
}
