// Shows the value of a mark on hover and focus. Marks carry it as their title; without this script the
// browser shows it by itself, and the table below each chart has every number.
(() => {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("role", "status");
  document.body.append(tip);
  const words = (mark) => mark.querySelector(":scope > title")?.textContent;
  const show = (mark) => {
    const text = words(mark);
    if (!text) return;
    tip.textContent = text;
    tip.hidden = false;
    const box = mark.getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(box.left + window.scrollX, document.documentElement.clientWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${box.top + window.scrollY - tip.offsetHeight - 6}px`;
  };
  const hide = () => { tip.hidden = true; };
  for (const mark of document.querySelectorAll("svg g:has(> title), svg [data-value]")) {
    mark.setAttribute("tabindex", "0");
    mark.addEventListener("pointerenter", () => show(mark));
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("pointerleave", hide);
    mark.addEventListener("blur", hide);
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
