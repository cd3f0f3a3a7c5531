// SPDX-License-Identifier: EUPL-1.2
// Work through a queue with the keyboard: only while the focus is in the table, so no key is taken
// from anything else. Everything works without this file too.

function rowOf(element) {
  return element.closest(".queue tbody tr");
}

function goTo(row) {
  const target = row && (row.querySelector("th a") || row.querySelector("a, input, button"));
  if (target) target.focus();
}

function onKey(event) {
  const row = rowOf(event.target);
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowDown") goTo(row.nextElementSibling);
  else if (event.key === "ArrowUp") goTo(row.previousElementSibling);
  else if (event.key === "x") {
    const box = row.querySelector(".pick input");
    if (box) box.checked = !box.checked;
  } else return;
  event.preventDefault();
}

document.addEventListener("keydown", onKey);
