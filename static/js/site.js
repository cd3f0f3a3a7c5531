// SPDX-License-Identifier: EUPL-1.2
// Small comforts. Every page works without this file; each function finds its own place, or does nothing.

// How many characters are left: seen under the field at once, read out after a pause in typing.
function characterCounter(field) {
  const max = Number(field.dataset.counter);
  const line = document.getElementById(`${field.id}_count`);
  if (!max || !line) return;
  const number = new Intl.NumberFormat("nl");
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  line.after(spoken);
  let timer;
  const words = () => {
    // Counted as the server counts: whole characters, with one for each line end.
    const left = max - [...field.value.normalize("NFC")].length;
    const unit = Math.abs(left) === 1 ? "teken" : "tekens";
    return left < 0
      ? `${number.format(-left)} ${unit} te veel`
      : `Nog ${number.format(left)} ${unit} over`;
  };
  const show = () => {
    line.textContent = words();
    clearTimeout(timer);
    timer = setTimeout(() => { spoken.textContent = words(); }, 1000);
  };
  field.addEventListener("input", show);
  if (field.value) line.textContent = words();
}

// After a refused form the reader starts at the list of errors.
function focusErrors() {
  const summary = document.querySelector(".error-summary, [data-focus]");
  if (!summary) return;
  // After the skip link the address ends in #inhoud, and the browser takes the focus away to there.
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  summary.focus();
}

// Copy a secret link. The button is hidden until we know that it can work.
function copyButton(button) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) return;
  const status = button.parentElement.querySelector("[data-copy-status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.value);
      status.textContent = "De link is gekopieerd.";
    } catch {
      source.select();
      status.textContent = "Kopiëren lukt niet. De link is geselecteerd, kopieer hem zelf.";
    }
  });
}

// What looks like the text, beside it while it is typed. Sent by POST: a story is no part of an address.
function showSimilar(place) {
  const field = document.getElementById(place.dataset.similarFor);
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  if (!field || !token) return;
  let timer;
  let asked = "";
  const ask = async () => {
    const text = field.value.trim();
    if (text.length < 40 || text === asked) return;
    asked = text;
    try {
      const body = new URLSearchParams({ text, csrfmiddlewaretoken: token.value });
      const answer = await fetch(place.dataset.similar, { method: "POST", body });
      if (answer.ok && text === asked) place.innerHTML = await answer.text();
    } catch {
      // A slow or broken network takes nothing away: the next screen shows the same.
    }
  };
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 900); });
}

// Escape closes the menu and brings the reader back to its button.
function closeMenu(event) {
  const menu = document.querySelector("details.menu[open]");
  if (event.key !== "Escape" || !menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
}

// One click, one report. The server is the real guard; this spares the reader a second answer.
// Coming back with the back button opens the form again. A form whose answer is a file stays open.
function guardSubmit(event) {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || "again" in form.dataset) return;
  if (form.dataset.sent) event.preventDefault();
  else form.dataset.sent = "1";
}

document.querySelectorAll("[data-counter]").forEach(characterCounter);
document.querySelectorAll("[data-similar]").forEach(showSimilar);
document.querySelectorAll("[data-copy]").forEach(copyButton);
document.addEventListener("keydown", closeMenu);
document.addEventListener("submit", guardSubmit);
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
});
focusErrors();
