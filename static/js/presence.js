// While the page is in sight, tell that somebody is at this story, and show who else is.
const note = document.querySelector("[data-here]");
const form = document.querySelector("form.compose");
const tell = async () => {
  if (document.hidden) return;
  const body = new URLSearchParams({ csrfmiddlewaretoken: form.csrfmiddlewaretoken.value });
  const answer = await fetch(note.dataset.here, { method: "POST", body }).catch(() => ({}));
  if (!answer.ok) return;
  note.textContent = await answer.text();
  note.hidden = !note.textContent;
};
setInterval(tell, 30000);
