// What the page can do with a script: light or dark, filters, cards at the marks, and the way back from the words to the row.
// Everything else works without it. Text of documents is only ever cloned as nodes, never put together as HTML.
(() => {
  "use strict";
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const pieces = (anchor) => find(`[data-s="${CSS.escape(anchor)}"]`);

  // Light or dark
  const theme = byId("theme");
  const dark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const nameTheme = () => { theme.textContent = dark() ? "Light theme" : "Dark theme"; };
  theme.hidden = false;
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    nameTheme();
  });
  nameTheme();

  // The way to the words and back
  const back = byId("back");
  const open = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const light = (elements) => {
    find(".lit").forEach((one) => one.classList.remove("lit"));
    elements.forEach((one) => one.classList.add("lit"));
  };
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && byId(id);
    if (!target) return;
    if (target.closest("[data-away]")) clearFilter();
    open(target);
    if (target.matches("details > summary > *")) target.closest("details").open = true;
    if (target.matches(".card")) target.querySelector("details").open = true;
    hidePopover();
    if (id.startsWith("w-")) {
      light(pieces(id.slice(2)));
      target.querySelector("a.ref")?.focus({ preventScroll: true });
    } else if (target.matches(".row, .card")) {
      light([target]);
      target.querySelector("a.to-words, a.to-mark")?.focus({ preventScroll: true });
    } else light([]);
    target.scrollIntoView({ block: target.matches("h2, h3") ? "start" : "center" });
    back.hidden = !back.dataset.from || back.dataset.from === id || !/^[wc]-/.test(id);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const href = link?.getAttribute("href") ?? "";
    if (!href.startsWith("#")) return;
    const row = link.closest(".row[id], .point, figure, .pair");
    if (href.startsWith("#w-") && row && !link.closest(".popover")) {
      if (!row.id) row.id = `from-${find("[id^='from-']").length + 1}`;
      back.dataset.from = row.id;
      back.href = `#${row.id}`;
    }
    if (location.hash === href) { event.preventDefault(); arrive(); }
  });
  addEventListener("hashchange", arrive);

  // Filters
  const form = byId("filter");
  const count = byId("filter-count");
  const rows = find(".row, .card[id]");
  form.hidden = false;
  // On a phone the page begins as its headings; any link into a section opens it
  if (matchMedia("(max-width: 56rem)").matches) {
    find(".contents details, .section:not(:has(#findings))").forEach((one) => { one.open = false; });
  }
  const passes = (row, wanted) =>
    (!wanted.kind || row.dataset.kind === wanted.kind) &&
    (!wanted.certainty || row.dataset.certainty === wanted.certainty) &&
    (!wanted.leaf || row.dataset.leaf === wanted.leaf) &&
    (!wanted.party || (row.dataset.parties ?? "").split(" ").includes(wanted.party)) &&
    (!wanted.search || row.textContent.toLowerCase().includes(wanted.search));
  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    wanted.search = (wanted.search ?? "").trim().toLowerCase();
    const active = Object.values(wanted).some(Boolean);
    let shown = 0;
    for (const row of rows) {
      const here = passes(row, wanted);
      row.toggleAttribute("data-away", !here);
      if (row.matches(".card")) shown += here;
    }
    count.textContent = active ? `· ${shown} of ${find(".card[id]").length} statements` : "";
    for (const pair of find(".pair")) pair.toggleAttribute("data-away", active && !pair.querySelector(".row:not([data-away])"));
    for (const table of find("table.register:not(.sources)")) {
      table.closest(".scroll").toggleAttribute("data-away", !table.querySelector(".row:not([data-away])"));
    }
  };
  const clearFilter = () => { form.reset(); filter(); };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));

  // Cards at the marks
  const popover = byId("popover");
  let waiting = 0;
  const around = (element) => {
    const marks = [];
    for (let mark = element?.closest?.("[data-s]"); mark; mark = mark.parentElement.closest("[data-s]")) marks.push(mark);
    return marks;
  };
  const cardOf = (anchor) => byId(`c-${anchor}`) ?? byId(anchor.replace(/^f(?=\d+$)/, "finding-"));
  const near = (anchors) => {
    find(".near").forEach((one) => one.classList.remove("near"));
    for (const anchor of anchors) [...pieces(anchor), cardOf(anchor)].forEach((one) => one?.classList.add("near"));
  };
  const hidePopover = () => { clearTimeout(waiting); popover.hidden = true; near([]); };
  const showPopover = (element) => {
    const anchors = around(element).map((mark) => mark.dataset.s);
    const cards = anchors.map(cardOf).filter(Boolean).map((card) => card.cloneNode(true));
    if (!cards.length) return;
    for (const card of cards) {
      card.removeAttribute("id");
      card.removeAttribute("data-away");
      card.classList.remove("lit", "near", "row");
      find("[id]", card).forEach((one) => one.removeAttribute("id"));
      find("details", card).forEach((one) => { one.open = true; });
    }
    popover.replaceChildren(...cards);
    popover.hidden = false;
    near(anchors.slice(0, 1));
    const box = (element.getClientRects()[0]) ?? element.getBoundingClientRect();
    const below = box.bottom + popover.offsetHeight + 16 < innerHeight;
    popover.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - popover.offsetWidth - 8)) + scrollX}px`;
    popover.style.top = `${(below ? box.bottom + 8 : Math.max(8, box.top - popover.offsetHeight - 8)) + scrollY}px`;
  };
  const soon = (action, delay) => { clearTimeout(waiting); waiting = setTimeout(action, delay); };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = event.target.closest?.(".mark");
    if (mark) soon(() => showPopover(event.target.closest(".ref, .mark")), 220);
    else if (event.target.closest?.(".popover")) clearTimeout(waiting);
    else if (!popover.hidden) soon(hidePopover, 350);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".ref")) return;
    const mark = event.target.closest(".mark");
    if (mark) showPopover(mark);
    else if (!event.target.closest(".popover") || event.target.closest("a")) hidePopover();
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".ref:focus-visible")) showPopover(event.target);
    else if (!event.target.closest(".popover")) hidePopover();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!popover.hidden) hidePopover();
    else if (!back.hidden) location.hash = back.getAttribute("href");
  });

  // Paper shows everything
  addEventListener("beforeprint", () => find("details:not(.card details)").forEach((one) => { one.open = true; }));
  arrive();
})();
