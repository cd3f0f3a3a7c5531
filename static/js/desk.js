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
  const table = event.target.closest(".table-wrap");
  if (!table || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = rowOf(event.target);
  const bar = document.getElementById("doe");
  if (event.key === "ArrowDown") goTo(row ? row.nextElementSibling : table.querySelector(".queue tbody tr"));
  else if (event.key === "ArrowUp" && row) goTo(row.previousElementSibling);
  else if (event.key === "x" && row) {
    const box = row.querySelector(".pick input");
    if (box) box.checked = !box.checked;
  } else if (event.key === "b" && bar) bar.focus();
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", onKey);

// The link back to a list brings its filters again, as they were last seen in this tab.
function rememberList() {
  if (document.querySelector(".desk .filters")) sessionStorage.setItem(location.pathname, location.search);
  for (const link of document.querySelectorAll(".desk a.back")) {
    if (!link.search) link.search = sessionStorage.getItem(link.pathname) || "";
  }
}

try {
  rememberList();
} catch {
  // A browser that keeps nothing: the link goes to the whole list.
}
